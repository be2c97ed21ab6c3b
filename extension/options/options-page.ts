import { say } from '../../shared/say.ts';
import { loadSettings } from '../settings/settings.ts';
import type { Settings } from '../settings/settings-schema.ts';
import { hasSitesPermission } from '../settings/sites-permission.ts';
import { createElement } from '../view/create-element.ts';
import { createAppearanceFields } from './appearance-fields.ts';
import { createBackupSection } from './backup-section.ts';
import { ConnectionView } from './connection-view.ts';
import { createContents, createSection, type Section } from './create-section.ts';
import { EngineFields } from './engine-fields.ts';
import { createGlossarySection } from './glossary-section.ts';
import { createLanguageFields } from './language-fields.ts';
import { createPrivacySection } from './privacy-section.ts';
import { createServerFields } from './server-fields.ts';
import { createShortcutSection } from './shortcut-section.ts';
import { createSiteSection } from './site-section.ts';
import { createWayFields } from './way-fields.ts';
import type { WholeChange } from './whole-change.ts';
import { createWishFields } from './wish-fields.ts';

/** What has changed everything, said in its section. */
interface News {
  section: 'privacy' | 'backup';
  sentence: string;
}

/** All options, in sections; everything is saved as it is typed. */
export class OptionsPage {
  readonly #body: HTMLElement;
  /** Ends what listens to the browser, when the page is made anew. */
  #shown = new AbortController();

  constructor(body: HTMLElement) {
    this.#body = body;
  }

  /** Shows all as it is now; where everything was changed, with what that has come to, said in its section. */
  async show(news?: News): Promise<void> {
    const [settings, isAllowed] = await Promise.all([loadSettings(), hasSitesPermission()]);
    this.#shown.abort();
    this.#shown = new AbortController();
    const sections = this.#listSections(settings, isAllowed, news);
    const form = createElement('form', {}, ...sections.map(createSection));
    // Everything is saved as it is typed.
    form.addEventListener('submit', (event) => {
      event.preventDefault();
    });
    const title = createElement('h1', {}, say('options'));
    const again = createElement(
      'a',
      { className: 'again', href: '../welcome/welcome.html' },
      say('setupAgain'),
    );
    this.#body.replaceChildren(createElement('main', {}, title, createContents(sections), form, again));
    document.getElementById(news?.section ?? location.hash.slice(1))?.focus();
  }

  #listSections(settings: Settings, isAllowed: boolean, news?: News): Section[] {
    const { signal } = this.#shown;
    const getChange = (section: News['section']): WholeChange => ({
      said: news?.section === section ? news.sentence : '',
      onDone: (sentence) => void this.show({ section, sentence }),
    });
    const children: Record<SectionId, Node[]> = {
      languages: [createPair(createLanguageFields(settings))],
      style: createWishFields(settings),
      'server-and-engine': createServer(settings),
      glossary: createGlossarySection(settings, signal),
      selection: [createWayFields(settings, isAllowed)],
      sites: createSiteSection(settings, signal),
      shortcuts: createShortcutSection(signal),
      appearance: createAppearanceFields(settings),
      privacy: createPrivacySection(settings, signal, getChange('privacy')),
      backup: createBackupSection(getChange('backup')),
    };
    return getSectionTitles().map(({ id, title }) => ({ id, title, children: children[id] }));
  }
}

type SectionId = ReturnType<typeof getSectionTitles>[number]['id'];

/** In the order of the page. */
function getSectionTitles() {
  return [
    { id: 'languages', title: say('languagesSection') },
    { id: 'style', title: say('styleSection') },
    { id: 'server-and-engine', title: say('serverSection') },
    { id: 'glossary', title: say('glossarySection') },
    { id: 'selection', title: say('selectionSection') },
    { id: 'sites', title: say('sitesSection') },
    { id: 'shortcuts', title: say('shortcutsSection') },
    { id: 'appearance', title: say('appearanceSection') },
    { id: 'privacy', title: say('privacySection') },
    { id: 'backup', title: say('backupSection') },
  ] as const;
}

function createServer(settings: Settings): Node[] {
  const checkSoon = (): void => {
    connection.checkSoon();
  };
  const engine = new EngineFields(settings, checkSoon);
  const connection = new ConnectionView((engines) => {
    engine.update(engines);
  });
  connection.check();
  return [
    createPair(createServerFields(settings, checkSoon)),
    createPair(engine.elements),
    connection.element,
  ];
}

/** Two fields beside each other, where there is room. */
function createPair(fields: HTMLElement[]): HTMLElement {
  return createElement('div', { className: 'pair' }, ...fields);
}
