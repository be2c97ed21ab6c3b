import { optionsPageWords } from '../../shared/words.ts';
import { saveSettings } from '../settings/settings.ts';
import type { Settings } from '../settings/settings-schema.ts';
import { createElement } from '../view/create-element.ts';
import { createField } from './create-field.ts';
import { createAdvice } from './create-section.ts';

/** How every view looks. */
export function createAppearanceFields({ theme, textSize }: Settings): HTMLElement[] {
  const themes: Record<Settings['theme'], string> = {
    system: optionsPageWords.themeOfSystem,
    light: optionsPageWords.lightTheme,
    dark: optionsPageWords.darkTheme,
  };
  const sizes: Record<Settings['textSize'], string> = {
    small: optionsPageWords.smallText,
    medium: optionsPageWords.mediumText,
    large: optionsPageWords.largeText,
    largest: optionsPageWords.largestText,
  };
  const fields = [
    createField({
      label: optionsPageWords.theme,
      control: createElement('select', { id: 'theme' }, ...createChoices(themes)),
      value: theme,
      onSave: (chosen) => saveSettings({ theme: chosen as Settings['theme'] }),
    }),
    createField({
      label: optionsPageWords.textSize,
      control: createElement('select', { id: 'text-size' }, ...createChoices(sizes)),
      value: textSize,
      onSave: (chosen) => saveSettings({ textSize: chosen as Settings['textSize'] }),
    }),
  ];
  return [
    createAdvice(optionsPageWords.appearanceAdvice),
    createElement('div', { className: 'pair' }, ...fields),
  ];
}

function createChoices(labels: Record<string, string>): HTMLOptionElement[] {
  return Object.entries(labels).map(([value, label]) => createElement('option', { value }, label));
}
