import { createServer } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

import { afterEach, describe, expect, test } from 'vitest';

import { findBuiltExtension } from './browsers/built-extension.ts';
import { launchChromium } from './browsers/chromium.ts';
import { launchFirefox } from './browsers/firefox.ts';
import { pictureFailures } from './browsers/picture-failures.ts';
import { startDragoman, type RunningDragoman } from './browsers/start-dragoman.ts';
import type { TestBrowser, TestPage } from './browsers/test-browser.ts';
import { clickElement, waitForElement, waitForText } from './browsers/use-element.ts';
import { waitFor } from './browsers/wait-for.ts';
import { welcomePage } from './browsers/welcome-page.ts';

/** Firefox's extension is a stranger to the server. The dark and the narrow one are for pictures as much as for the test. */
const readers: { title: string; mustPair: boolean; launch: () => Promise<TestBrowser> }[] = [
  {
    title: 'Chromium',
    mustPair: false,
    launch: () => launchChromium(findBuiltExtension('chromium'), { keepsWelcome: true }),
  },
  {
    title: 'Chromium in the dark',
    mustPair: false,
    launch: () => launchChromium(findBuiltExtension('chromium'), { keepsWelcome: true, colorScheme: 'dark' }),
  },
  {
    title: 'Firefox',
    mustPair: true,
    launch: () => launchFirefox(findBuiltExtension('firefox'), { keepsWelcome: true }),
  },
];

describe.each(readers)('$title', ({ title, mustPair, launch }) => {
  let browser: TestBrowser;
  let server: RunningDragoman | undefined;

  afterEach(async () => {
    await server?.stop();
    await browser.close();
  });

  pictureFailures(() => browser);

  test('a newcomer is led from step to step, each going on by itself, to a translation', async () => {
    browser = await launch();
    const port = await findFreePort();
    await browser.inExtension(
      (api, address) => api.storage.local.set({ server: address, target: 'pt' }),
      `127.0.0.1:${port}`,
    );
    const page = await browser.waitForPage(`${browser.extensionOrigin}/${welcomePage}`);

    await waitForElement(page, '[data-step="server"][aria-current="step"]');
    await waitForText(page, '.failure-line', new RegExp(`Start the server .+ 127\\.0\\.0\\.1:${port}`));
    expect((await waitForElement(page, '.command code')).text).toBe(`npm start -- --port ${port}`);
    await clickElement(page, '[data-action="copy-command"]');
    await waitForText(page, '[data-action="copy-command"]', /Copied/);
    await page.takePicture(`welcome server ${title}`);

    server = await startDragoman('--engine', 'bergamot', '--port', String(port));
    if (mustPair) await pair(page, server.url);

    await waitForElement(page, '.trial .view[data-state="complete"]');
    await waitForText(page, '.trial .text', /árvore/);
    await waitForText(page, 'h1', /Dragoman is ready/);
    await waitForText(page, '.usage', /Alt\+Shift\+Y/);
    expect(await page.inDocument((root) => root.querySelectorAll('[data-state="done"]').length)).toBe(5);
    expect(await page.inDocument((root) => root.querySelector('[aria-current]'))).toBeNull();
    await page.takePicture(`welcome ready ${title}`);
    await expectNoScrollbarWhenNarrow(page);
    await expectNoMoreWelcome();
  });

  async function pair(page: TestPage, url: string): Promise<void> {
    await waitForElement(page, '[data-step="pairing"][aria-current="step"]');
    const code = await waitForText(page, '.pairing-code', /^\d{3} \d{3}$/);
    await page.takePicture(`welcome pairing ${title}`);
    await clickElement(page, '[data-action="pair"]');
    const question = await browser.waitForPage(`${url}/pair`);
    expect((await waitForElement(question, '.code')).text.replace(/\D/g, '')).toBe(code.replace(' ', ''));
    await clickElement(question, '[data-action="allow"]:enabled');
    await waitForElement(question, '[data-action="revoke"]');
    await page.bringToFront();
  }

  /** An update closes the page, and must not open another. */
  async function expectNoMoreWelcome(): Promise<void> {
    // With the extension's tabs alone the browser would close, too.
    await browser.openPage('about:blank');
    await browser.reloadExtension();
    const addresses = await browser.inExtension((api) =>
      api.extension.getViews({ type: 'tab' }).map(({ location }) => location.pathname),
    );
    expect(addresses.filter((address) => address === `/${welcomePage}`)).toEqual([]);
  }
});

/** The page itself is made narrow, since a window can't be. */
async function expectNoScrollbarWhenNarrow(page: TestPage): Promise<void> {
  await page.inDocument((root) => {
    root.documentElement.style.width = '360px';
  });
  await waitFor('a page that fits', () =>
    page.inDocument((root) => root.documentElement.scrollWidth <= root.documentElement.clientWidth),
  );
  const widest = await page.inDocument((root) =>
    Math.max(...Array.from(root.querySelectorAll('main *'), (one) => one.getBoundingClientRect().right)),
  );
  expect(widest).toBeLessThanOrEqual(360);
  await page.takePicture('welcome narrow', { width: 360, height: 800 });
}

async function findFreePort(): Promise<number> {
  const holder = createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  const { port } = holder.address() as AddressInfo;
  holder.close();
  await once(holder, 'close');
  return port;
}
