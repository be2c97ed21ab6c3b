import type { Browser } from 'webextension-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startFakeOllama, type FakeOllama } from '../fakes/fake-ollama.ts';
import { answers } from '../fakes/ollama-answers.ts';
import type { PageCounters } from './browsers/chromium-counters.ts';
import { pictureFailures } from './browsers/picture-failures.ts';
import type { TestPage } from './browsers/test-browser.ts';
import { clickElement } from './browsers/use-element.ts';
import { waitFor } from './browsers/wait-for.ts';
import { launchChromiumProduct, launchFirefoxProduct, type Product } from './launch-product.ts';
import { clickInOverlay, waitForNoOverlay, waitForOverlay } from './use-overlay.ts';

/** What the background has among its globals. */
type PortWatch = WindowOrWorkerGlobalScope & {
  openPorts?: number;
  seenPorts?: number;
  browser?: Browser;
  chrome: Browser;
};

/** Counts what only Chromium tells of a page. */
type Count = (url: string) => Promise<PageCounters>;

/** Where nothing of it is told. */
const untold: Count = () => Promise.resolve({ nodes: 0, listeners: 0, heapBytes: 0 });

/** Opened and closed, once before the counting and then many times. */
const overlays = 20;

const launches = {
  chromium: async (...flags: string[]): Promise<{ product: Product; count: Count }> => {
    const product = await launchChromiumProduct({}, ...flags);
    return { product, count: product.browser.countInPage };
  },
  firefox: async (...flags: string[]): Promise<{ product: Product; count: Count }> => ({
    product: await launchFirefoxProduct({}, ...flags),
    count: untold,
  }),
};

describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
  let ollama: FakeOllama;
  let product: Product;
  let count: Count;
  let page: TestPage;

  beforeAll(async () => {
    ollama = await startFakeOllama({ behaviour: answers(['O tempo está', ' lindo', ' hoje.']) });
    const flags = ['--engine', 'ollama', '--ollama-host', ollama.url, '--checks', 'off'];
    ({ product, count } = await launches[name](...flags));
    page = await product.browser.openPage(product.pages.getUrl('fields'));
  });

  afterAll(async () => {
    await product.close();
    await ollama.close();
  });

  pictureFailures(() => product.browser);

  const openAndClose = async (closing: 'button' | 'key') => {
    await page.pressShortcut('Alt+Shift+Y');
    await waitForOverlay(page, 'complete');
    if (closing === 'button') await clickInOverlay(page, 'close');
    else await page.pressKey('Escape');
    await waitForNoOverlay(page);
  };

  test(`${overlays} overlays that were opened and closed leave nothing behind`, async () => {
    await clickElement(page, '#textarea');
    await page.pressKey('Control+a');
    // What the first leaves for the next ones, the script itself say, is no leak.
    for (const closing of ['button', 'key', 'button'] as const) await openAndClose(closing);
    await product.browser.inBackground(watchPorts);
    const elements = await countElements(page);
    const before = await count(product.pages.getUrl('fields'));

    for (let turn = 0; turn < overlays; turn += 1) await openAndClose(turn % 2 === 0 ? 'button' : 'key');

    const after = await count(product.pages.getUrl('fields'));
    expect(await countElements(page)).toBe(elements);
    expect(await product.browser.inBackground((background) => (background as PortWatch).seenPorts)).toBe(
      overlays,
    );
    await waitFor('all ports to be closed', async () => {
      const open = await product.browser.inBackground((background) => (background as PortWatch).openPorts);
      return open === 0;
    });
    // A listener that is left, or an element, would be so of each.
    expect(after.listeners).toBeLessThan(before.listeners + overlays / 2);
    expect(after.nodes).toBeLessThan(before.nodes + overlays / 2);
  });
});

function countElements(page: TestPage): Promise<number> {
  return page.evaluate(() => document.querySelectorAll('*').length);
}

/** Runs in the background: from now on it knows how many ports are open. */
function watchPorts(globals: WindowOrWorkerGlobalScope): void {
  const background = globals as PortWatch;
  background.openPorts = 0;
  background.seenPorts = 0;
  const { browser = background.chrome } = background;
  browser.runtime.onConnect.addListener((port) => {
    background.openPorts = (background.openPorts ?? 0) + 1;
    background.seenPorts = (background.seenPorts ?? 0) + 1;
    port.onDisconnect.addListener(() => {
      background.openPorts = (background.openPorts ?? 0) - 1;
    });
  });
}
