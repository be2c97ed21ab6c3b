import { afterAll, beforeAll, expect, test } from 'vitest';

import type { ChromiumBrowser } from './browsers/chromium-browser.ts';
import { pictureFailures } from './browsers/picture-failures.ts';
import { launchChromiumProduct, type Product } from './launch-product.ts';
import { inspectOverlay, translateByMenu, waitForOverlay } from './use-overlay.ts';

let product: Product<ChromiumBrowser>;

// Only in Chromium: in Firefox these tests reach the menus of the first window alone.
beforeAll(async () => {
  product = await launchChromiumProduct({}, '--engine', 'bergamot');
});

afterAll(() => product.close());

pictureFailures(() => product.browser);

test('two windows have the one item in their menus, and an overlay each', async () => {
  const { browser, pages } = product;
  const first = await browser.openPage(pages.getUrl('article'));
  await translateByMenu(first);
  const translation = await waitForOverlay(first, 'complete');
  const url = pages.getUrl('story');
  await browser.inExtension((api, address) => api.windows.create({ url: address }), url);
  const second = await browser.waitForPage(url);

  await translateByMenu(second);

  expect(await waitForOverlay(second, 'complete')).toMatch(/navios/i);
  expect((await inspectOverlay(first, '.text'))?.text).toBe(translation);
  await second.close();
});
