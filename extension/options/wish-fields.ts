import { say, type MessageName } from '../../shared/say.ts';
import { saveSettings } from '../settings/settings.ts';
import type { Settings } from '../settings/settings-schema.ts';
import { createElement } from '../view/create-element.ts';
import { createField } from './create-field.ts';

const formLabels: Record<Settings['formality'], MessageName> = {
  default: 'formalityDefault',
  more: 'formalityMore',
  less: 'formalityLess',
};

/** What the reader asks of every translation. */
export function createWishFields({ formality, instructions }: Settings): HTMLElement[] {
  const forms = Object.entries(formLabels).map(([value, label]) =>
    createElement('option', { value }, say(label)),
  );
  return [
    createField({
      label: say('formality'),
      control: createElement('select', { id: 'formality' }, ...forms),
      value: formality,
      onSave: (chosen) => saveSettings({ formality: chosen as Settings['formality'] }),
    }),
    createField({
      label: say('instructions'),
      advice: say('instructionsAdvice'),
      control: createElement('textarea', { id: 'instructions', rows: 3, dir: 'auto' }),
      value: instructions,
      onSave: (written) => saveSettings({ instructions: written }),
    }),
  ];
}
