import { existsSync } from 'node:fs';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { BrowserName } from './test-browser.ts';

/** Folder of the product's own extension, as `npm run build` leaves it. */
export function findBuiltExtension(browser: BrowserName): string {
  const folder = join(import.meta.dirname, '../../../dist', browser);
  if (!existsSync(join(folder, 'manifest.json')))
    throw new Error(`${folder} has no extension: run "npm run build" first`);
  return folder;
}

/** The same for Chromium without the key, so that it gets another id; the folder is made anew each time. */
export async function writeKeylessExtension(): Promise<string> {
  const folder = join(import.meta.dirname, '../../../node_modules/.cache/e2e/keyless-extension');
  await cp(findBuiltExtension('chromium'), folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const { key, ...manifest } = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
  if (typeof key !== 'string') throw new Error('The extension for Chromium has no key to leave out');
  await writeFile(file, JSON.stringify(manifest));
  return folder;
}

/** The same in another language of `_locales`, whatever the browser's own is: the languages of browsers come in packages of their own. */
export async function writeTranslatedExtension(browser: BrowserName, locale: string): Promise<string> {
  const folder = join(import.meta.dirname, `../../../node_modules/.cache/e2e/${locale}-extension-${browser}`);
  await cp(findBuiltExtension(browser), folder, { recursive: true });
  await cp(join(folder, '_locales', locale), join(folder, '_locales/en'), { recursive: true });
  return folder;
}
