import { languages } from '../../shared/languages.ts';
import { optionsWords, words } from '../../shared/words.ts';
import { saveSettings } from '../settings/settings.ts';
import type { Settings } from '../settings/settings-schema.ts';
import { createElement } from '../view/create-element.ts';
import { createLanguageOption } from '../view/language-select.ts';
import { createField } from './create-field.ts';

/** The language to translate into, and the one for what is in that already. */
export function createLanguageFields({ target, secondTarget }: Settings): HTMLElement[] {
  const none = createElement('option', { value: '' }, optionsWords.noSecondLanguage);
  return [
    createField({
      label: words.targetLanguage,
      control: createElement('select', { id: 'target' }, ...languages.map(createLanguageOption)),
      value: target,
      onSave: (tag) => saveSettings({ target: tag }),
    }),
    createField({
      label: optionsWords.secondLanguage,
      advice: optionsWords.secondLanguageAdvice,
      control: createElement('select', { id: 'second-target' }, none, ...languages.map(createLanguageOption)),
      value: secondTarget,
      onSave: (tag) => saveSettings({ secondTarget: tag }),
    }),
  ];
}
