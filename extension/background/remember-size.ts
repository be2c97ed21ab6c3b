import { browser } from '../browser.ts';
import type { OverlaySize } from '../settings/overlay-size.ts';
import { saveSettings } from '../settings/settings.ts';

let last: Promise<void> = Promise.resolve();

/** Keeps the size that the reader gave the overlay; undefined: the usual one, whatever that will be. */
export function rememberSize(size: OverlaySize | undefined): Promise<void> {
  const next = (): Promise<void> => keep(size);
  // One after the other, for the last choice holds.
  last = last.then(next, next);
  return last;
}

async function keep(overlaySize: OverlaySize | undefined): Promise<void> {
  if (overlaySize) await saveSettings({ overlaySize });
  else await browser.storage.local.remove(['overlaySize']);
}
