import { existsSync } from 'node:fs';
import { join } from 'node:path';

import type { BrowserName } from './test-browser.ts';

/** Folder of the product's own extension, as `npm run build` leaves it. */
export function findBuiltExtension(browser: BrowserName): string {
  const folder = join(import.meta.dirname, '../../../dist', browser);
  if (!existsSync(join(folder, 'manifest.json')))
    throw new Error(`${folder} has no extension: run "npm run build" first`);
  return folder;
}
