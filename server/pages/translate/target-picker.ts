import { say } from '../../../shared/say.ts';
import { getElement } from '../get-element.ts';
import { chooseTarget } from './choose-target.ts';
import type { LanguageChoice, LanguageGroups } from './group-languages.ts';

/** The list of languages to translate into. */
export interface TargetPicker {
  /** Puts the languages in and chooses one for a start. */
  fill(groups: LanguageGroups): void;
  /** The language that is chosen; undefined until there are languages. */
  getTarget(): LanguageChoice | undefined;
}

export function createTargetPicker(onChange: () => void): TargetPicker {
  const select = getElement('target', HTMLSelectElement);
  let choices: LanguageChoice[] = [];
  select.addEventListener('change', onChange);
  return {
    fill: ({ ready, other }) => {
      choices = [...ready, ...other];
      select.replaceChildren(...createOptions(ready, other));
      select.value = chooseTarget(navigator.languages, ready)?.tag ?? '';
      select.disabled = false;
    },
    getTarget: () => choices.find(({ tag }) => tag === select.value),
  };
}

function createOptions(ready: LanguageChoice[], other: LanguageChoice[]): HTMLElement[] {
  if (other.length === 0) return ready.map(createOption);
  return [createGroup(say('readyLanguages'), ready), createGroup(say('otherLanguages'), other)];
}

function createGroup(label: string, languages: LanguageChoice[]): HTMLElement {
  const group = document.createElement('optgroup');
  group.label = label;
  group.append(...languages.map(createOption));
  return group;
}

function createOption({ tag, english, own }: LanguageChoice): HTMLOptionElement {
  return new Option(own === english ? english : `${english} · ${own}`, tag);
}
