import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { providePrograms } from '../programs/provide-programs.ts';
import { serveTryPage } from './serve-try-page.ts';
import { startChromium } from './start-chromium.ts';
import { startFirefox } from './start-firefox.ts';

const words = process.argv.slice(2);
const name = words.includes('--firefox') ? 'firefox' : 'chromium';
const extension = join(import.meta.dirname, '../../dist', name);
if (!existsSync(extension)) throw new Error(`${extension} is missing: run "npm run build" first`);

const { [name]: program } = providePrograms([name]);
const ending = new AbortController();
// Ctrl+C comes more than once: from the terminal, and from the programs in between that pass it on.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    ending.abort();
  });

const profile = await mkdtemp(join(tmpdir(), `dragoman-${name}-`));
const page = await serveTryPage();
try {
  await showBrowser(page.url);
} catch (error) {
  if (!ending.signal.aborted) throw error;
} finally {
  page.close();
  // What the browser leaves behind may still be writing.
  await rm(profile, { recursive: true, force: true, maxRetries: 10 });
}

/** Opens the browser and resolves when it has ended. */
async function showBrowser(url: string): Promise<void> {
  const start = name === 'firefox' ? startFirefox : startChromium;
  const others = words.filter((word) => word !== '--firefox');
  const plan = { program, profile, extension, words: [...others, url], signal: ending.signal };
  try {
    const { ended } = await start(plan);
    console.log(`Dragoman is in ${program}, with a page to try it on: ${url}`);
    console.log('Ctrl+C, or closing the browser, removes its profile.');
    await ended;
  } finally {
    ending.abort();
  }
}
