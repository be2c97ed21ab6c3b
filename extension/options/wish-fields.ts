import { optionsWords } from '../../shared/words.ts';
import { saveSettings } from '../settings/settings.ts';
import type { Settings } from '../settings/settings-schema.ts';
import { createElement } from '../view/create-element.ts';
import { createField } from './create-field.ts';

/** What the reader asks of every translation. */
export function createWishFields({ formality, instructions }: Settings): HTMLElement[] {
  const forms = Object.entries(optionsWords.formalities).map(([value, label]) =>
    createElement('option', { value }, label),
  );
  return [
    createField({
      label: optionsWords.formality,
      control: createElement('select', { id: 'formality' }, ...forms),
      value: formality,
      onSave: (chosen) => saveSettings({ formality: chosen as Settings['formality'] }),
    }),
    createField({
      label: optionsWords.instructions,
      advice: optionsWords.instructionsAdvice,
      control: createElement('textarea', { id: 'instructions', rows: 3, dir: 'auto' }),
      value: instructions,
      onSave: (written) => saveSettings({ instructions: written }),
    }),
  ];
}
