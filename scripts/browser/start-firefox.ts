import type { Readable } from 'node:stream';

import { connectBidi } from './bidi-connection.ts';
import { spawnBrowser, waitForAnswer, type BrowserPlan, type BrowserProcess } from './browser-process.ts';
import { writePreferences } from './firefox-preferences.ts';

/** Firefox takes an unsigned extension only for as long as it runs, and only from its debugger. */
export async function startFirefox(plan: BrowserPlan): Promise<BrowserProcess> {
  await writePreferences(plan.profile);
  const browser = spawnBrowser(
    plan,
    ['--no-remote', '--profile', plan.profile, '--remote-debugging-port', '0'],
    ['ignore', 'inherit', 'pipe'],
  );
  const address = await waitForAnswer(browser, readAddress(browser.child.stderr as Readable));
  await waitForAnswer(browser, loadExtension(address, plan.extension));
  return browser;
}

/** https://www.w3.org/TR/webdriver-bidi/#module-webExtension. Firefox shows that it is under remote control until the session ends. */
async function loadExtension(address: string, folder: string): Promise<void> {
  const connection = await connectBidi(address);
  await connection.send('session.new', { capabilities: {} });
  await connection.send('webExtension.install', { extensionData: { type: 'path', path: folder } });
  await connection.send('session.end');
  connection.close();
}

/** Where its debugger listens; all it writes is passed on. */
function readAddress(stderr: Readable): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    stderr.setEncoding('utf8').on('data', (part: string) => {
      process.stderr.write(part);
      text += part;
      const [, address] = /WebDriver BiDi listening on (ws:\S+)\s/.exec(text) ?? [];
      if (address) resolve(address);
    });
  });
}
