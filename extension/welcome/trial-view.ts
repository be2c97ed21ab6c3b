import { isComplete } from '../../shared/describe-translation.ts';
import { say } from '../../shared/say.ts';
import { browser } from '../browser.ts';
import { viewNames } from '../messages/view-name.ts';
import { loadSettings } from '../settings/settings.ts';
import { createElement } from '../view/create-element.ts';
import { createSessionView, type SessionView } from '../view/create-session-view.ts';
import { chooseSample } from './choose-sample.ts';

/** A sentence, its translation as it comes, and how to get more of that. */
export class TrialView {
  readonly element: HTMLElement;
  readonly #sample = createElement('p', { className: 'sample' });
  readonly #usage = createElement('p', { className: 'usage' });
  readonly #onTranslated: () => void;
  #begun: SessionView | undefined;

  /** `onTranslated` is told when there is a whole translation. */
  constructor(onTranslated: () => void) {
    this.#onTranslated = onTranslated;
    this.element = createElement('div', { className: 'trial', hidden: true }, this.#sample, this.#usage);
  }

  /** Translates; once. */
  async begin(): Promise<void> {
    if (this.#begun) return;
    const begun = createSessionView(viewNames.welcome, {
      onChange: (state) => {
        if (isComplete(state)) this.#onTranslated();
      },
    });
    this.#begun = begun;
    this.#sample.after(begun.view.element);
    const [{ target }, shortcut] = await Promise.all([loadSettings(), getShortcut()]);
    const { lang, text } = chooseSample(target);
    this.#sample.lang = lang;
    this.#sample.textContent = text;
    this.#usage.textContent = shortcut === '' ? say('setupUsage') : say('setupUsageWithKeys', shortcut);
    begun.session.translate(text);
  }
}

/** As the browser has it: another extension may have taken ours first, and everyone may choose another, or none. */
async function getShortcut(): Promise<string> {
  const commands = await browser.commands.getAll();
  return commands.find(({ name }) => name === 'translate-selection')?.shortcut ?? '';
}
