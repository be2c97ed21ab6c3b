import { say } from '../../shared/say.ts';
import { saveSettings } from '../settings/settings.ts';
import type { Settings } from '../settings/settings-schema.ts';
import { createElement } from '../view/create-element.ts';
import { createField } from './create-field.ts';
import { createAdvice } from './create-section.ts';

/** How every view looks. */
export function createAppearanceFields({ theme, textSize }: Settings): HTMLElement[] {
  const themes: Record<Settings['theme'], string> = {
    system: say('themeOfSystem'),
    light: say('lightTheme'),
    dark: say('darkTheme'),
  };
  const sizes: Record<Settings['textSize'], string> = {
    small: say('smallText'),
    medium: say('mediumText'),
    large: say('largeText'),
    largest: say('largestText'),
  };
  const fields = [
    createField({
      label: say('theme'),
      control: createElement('select', { id: 'theme' }, ...createChoices(themes)),
      value: theme,
      onSave: (chosen) => saveSettings({ theme: chosen as Settings['theme'] }),
    }),
    createField({
      label: say('textSize'),
      control: createElement('select', { id: 'text-size' }, ...createChoices(sizes)),
      value: textSize,
      onSave: (chosen) => saveSettings({ textSize: chosen as Settings['textSize'] }),
    }),
  ];
  return [createAdvice(say('appearanceAdvice')), createElement('div', { className: 'pair' }, ...fields)];
}

function createChoices(labels: Record<string, string>): HTMLOptionElement[] {
  return Object.entries(labels).map(([value, label]) => createElement('option', { value }, label));
}
