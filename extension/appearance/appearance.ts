import type { Settings } from '../settings/settings-schema.ts';

/** How every view looks, as the reader chose. */
export type Appearance = Pick<Settings, 'theme' | 'textSize'>;

/** How they look until the reader chooses: the same as the settings' defaults. */
export const defaultAppearance: Appearance = { theme: 'system', textSize: 'medium' };

const zooms = { small: 0.9, medium: 1, large: 1.2, largest: 1.5 } as const;

/** Shows an element and what is in it so. Forced colours stay what they are: the browser leaves them to no page. */
export function applyAppearance({ style }: HTMLElement, { theme, textSize }: Appearance): void {
  // Without a value of its own the palette's holds.
  style.colorScheme = theme === 'system' ? '' : theme;
  style.zoom = String(zooms[textSize]);
}
