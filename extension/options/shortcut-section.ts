import { say } from '../../shared/say.ts';
import { browser } from '../browser.ts';
import { createElement } from '../view/create-element.ts';
import { createPlainButton } from '../view/create-plain-button.ts';
import { createAdvice } from './create-section.ts';

/** What only Firefox has. */
interface FirefoxCommands {
  openShortcutSettings?: () => Promise<void>;
}

/** Chromium's own page for them. */
const chromiumPage = 'chrome://extensions/shortcuts';

/** The shortcuts as the browser has them, and the way to where it lets them be changed. `page` ends with the page. */
export function createShortcutSection(page: AbortSignal): Node[] {
  const list = createElement('dl', { className: 'shortcuts' });
  const change = createPlainButton('change-shortcuts', say('changeShortcuts'));
  change.addEventListener('click', () => void openSettings());
  const show = (): void => {
    void browser.commands.getAll().then((commands) => {
      list.replaceChildren(...commands.flatMap(createEntry));
    });
  };
  show();
  // Back from where they are changed.
  window.addEventListener('focus', show, { signal: page });
  return [createAdvice(say('shortcutsAdvice')), list, change];
}

function createEntry({
  name = '',
  description = '',
  shortcut = '',
}: Awaited<ReturnType<typeof browser.commands.getAll>>[number]): Node[] {
  // The browsers give this one no description.
  const label = name.startsWith('_execute') ? say('openPopup') : description;
  const keys = createElement('kbd', {}, shortcut === '' ? say('noShortcut') : shortcut);
  return [createElement('dt', {}, label), createElement('dd', {}, keys)];
}

async function openSettings(): Promise<void> {
  const { openShortcutSettings } = browser.commands as FirefoxCommands;
  if (openShortcutSettings) await openShortcutSettings();
  else await browser.tabs.create({ url: chromiumPage });
}
