import { say } from '../../shared/say.ts';
import { listLanguageChoices } from '../messages/list-language-choices.ts';
import { saveSettings } from '../settings/settings.ts';
import type { Settings } from '../settings/settings-schema.ts';
import { createElement } from '../view/create-element.ts';
import { createLanguageOption } from '../view/language-select.ts';
import { createField } from './create-field.ts';

/** The language to translate into, and the one for what is in that already. */
export function createLanguageFields({ target, secondTarget }: Settings): HTMLElement[] {
  const choices = listLanguageChoices();
  const none = createElement('option', { value: '' }, say('noSecondLanguage'));
  return [
    createField({
      label: say('targetLanguage'),
      control: createElement('select', { id: 'target' }, ...choices.map(createLanguageOption)),
      value: target,
      onSave: (tag) => saveSettings({ target: tag }),
    }),
    createField({
      label: say('secondLanguage'),
      advice: say('secondLanguageAdvice'),
      control: createElement('select', { id: 'second-target' }, none, ...choices.map(createLanguageOption)),
      value: secondTarget,
      onSave: (tag) => saveSettings({ secondTarget: tag }),
    }),
  ];
}
