import { say } from '../../shared/say.ts';
import { getLanguageName } from './get-language-name.ts';
import { LanguageSelect } from './language-select.ts';
import type { ViewState } from './view-state.ts';

/** The language of the text: what was found out, or what the reader says it is. */
export class SourceSelect {
  readonly element: HTMLElement;
  readonly #select: LanguageSelect;

  /** `onSource`: a tag; empty: to be found out. */
  constructor(onSource: (tag: string) => void) {
    this.#select = new LanguageSelect({ label: say('sourceLanguage'), none: say('detect') }, onSource);
    this.element = this.#select.element;
    this.element.classList.add('source-language');
  }

  update(state: ViewState): void {
    const { languages: choices, recent, source } = state;
    const list = { choices, recent };
    if (source === undefined) this.#select.update(list, '', describeSource(state));
    else this.#select.update(list, source);
  }
}

/** What the server found out; else that it is to do so. */
function describeSource({ languages, translation: { start } }: ViewState): string {
  if (!start || start.source === 'und') return say('detect');
  return say('detected', getLanguageName(languages, start.source));
}
