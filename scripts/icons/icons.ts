import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { chromium } from 'playwright-core';

import manifest from '../../manifest.json' with { type: 'json' };
import { providePrograms } from '../programs/provide-programs.ts';
import { drawIcon } from './draw-icon.ts';

const root = join(import.meta.dirname, '../..');

const svg = await readFile(join(root, 'extension/icons/icon.svg'), 'utf8');
const browser = await chromium.launch({
  executablePath: providePrograms(['chromium']).chromium,
  // Chromium's sandbox refuses to run as root.
  chromiumSandbox: process.getuid?.() !== 0,
});
try {
  const page = await browser.newPage();
  for (const [size, file] of Object.entries(manifest.icons)) {
    await writeFile(join(root, file), await drawIcon(page, svg, Number(size)));
    console.log(file);
  }
} finally {
  await browser.close();
}
