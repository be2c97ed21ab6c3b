import { nativeBrowser } from '../native-browser.ts';
import { applyAppearance, defaultAppearance, type Appearance } from './appearance.ts';

/** Shows an element as the reader chose, from now on and after each change at once; until the signal aborts. */
export function followAppearance(element: HTMLElement, signal?: AbortSignal): void {
  const { local } = nativeBrowser.storage;
  const show = async (): Promise<void> => {
    applyAppearance(element, (await local.get({ ...defaultAppearance })) as unknown as Appearance);
  };
  const onChanged = (changed: object): void => {
    if ('theme' in changed || 'textSize' in changed) void show();
  };
  local.onChanged.addListener(onChanged);
  signal?.addEventListener('abort', () => {
    local.onChanged.removeListener(onChanged);
  });
  void show();
}
