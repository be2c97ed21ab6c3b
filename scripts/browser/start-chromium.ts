import type { Readable, Writable } from 'node:stream';

import { z } from 'zod';

import { spawnBrowser, waitForAnswer, type BrowserPlan, type BrowserProcess } from './browser-process.ts';

const answer = z.union([
  z.object({ result: z.object({ id: z.string() }) }).transform(({ result }) => result.id),
  z.object({ error: z.object({ message: z.string() }) }).transform(({ error }) => new Error(error.message)),
]);

/**
 * Chromium, or Chrome, which no longer obeys --load-extension: there only the debugger may load one. It listens on a pipe, descriptors 3 and 4,
 * where nothing else can connect, and ends when that is closed: it never outlives this program.
 */
export async function startChromium(plan: BrowserPlan): Promise<BrowserProcess> {
  const browser = spawnBrowser(
    plan,
    [
      `--user-data-dir=${plan.profile}`,
      '--remote-debugging-pipe',
      '--enable-unsafe-extension-debugging',
      '--no-first-run',
      '--no-default-browser-check',
      // Chromium's sandbox refuses to run as root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
    ['ignore', 'inherit', 'inherit', 'pipe', 'pipe'],
  );
  await waitForAnswer(browser, loadExtension(browser, plan.extension));
  return browser;
}

/** https://chromedevtools.github.io/devtools-protocol/tot/Extensions/#method-loadUnpacked; on the pipe a message ends in a zero. */
async function loadExtension({ child }: BrowserProcess, folder: string): Promise<void> {
  const [toBrowser, fromBrowser] = child.stdio.slice(3) as [Writable, Readable];
  const command = { id: 1, method: 'Extensions.loadUnpacked', params: { path: folder } };
  toBrowser.write(`${JSON.stringify(command)}\0`);
  const message = await readMessage(fromBrowser);
  const loaded = answer.parse(JSON.parse(message));
  if (loaded instanceof Error) throw loaded;
}

/** The first message; the pipe stays open, and what comes later is thrown away. */
function readMessage(from: Readable): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    from.setEncoding('utf8').on('data', (part: string) => {
      text += part;
      const end = text.indexOf('\0');
      if (end >= 0) resolve(text.slice(0, end));
    });
  });
}
