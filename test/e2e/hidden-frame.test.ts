import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { pictureFailures } from './browsers/picture-failures.ts';
import type { BrowserName } from './browsers/test-browser.ts';
import { clickElement, selectByMouse, waitForElement } from './browsers/use-element.ts';
import { launchChromiumProduct, launchFirefoxProduct, type Product } from './launch-product.ts';
import { waitForOverlay } from './use-overlay.ts';

const flags = ['--engine', 'bergamot'];
const allSites = '*://*/*';

/** How the products are launched, and how the browser's own question is answered that the click asks. */
const browsers: { name: BrowserName; launch: () => Promise<LaunchedProduct> }[] = [
  {
    name: 'chromium',
    launch: async () => {
      const product = await launchChromiumProduct({}, ...flags);
      return { product, answer: () => product.browser.allowOrigin(allSites, 'window') };
    },
  },
  {
    name: 'firefox',
    launch: async () => {
      // Its question can't be reached from here: this takes it for answered.
      const preferences = { 'extensions.webextOptionalPermissionPrompts': false };
      return {
        product: await launchFirefoxProduct({ preferences }, ...flags),
        answer: () => Promise.resolve(),
      };
    },
  },
];

interface LaunchedProduct {
  product: Product;
  answer: () => Promise<void>;
}

describe.each(browsers)('$name', ({ launch }) => {
  let product: Product;
  let answer: LaunchedProduct['answer'];

  beforeAll(async () => {
    ({ product, answer } = await launch());
  });

  afterAll(() => product.close());

  pictureFailures(() => product.browser);

  test('what the shortcut cannot read in a frame of another site is translated once all sites are allowed', async () => {
    const { browser, pages } = product;
    const page = await browser.openPage(pages.getUrl('framed'));
    await selectByMouse(await page.findFrame(), '#text');

    await page.pressShortcut('Alt+Shift+Y');

    const question = await browser.waitForPage(
      `${browser.extensionOrigin}/extension/all-sites/all-sites.html`,
    );
    expect((await waitForElement(question, '.failure-line')).text).toMatch(/in a frame of another site\.$/);
    await clickElement(question, '[data-action="allow"]');
    await answer();

    expect(await waitForOverlay(page, 'complete')).toMatch(/tempo.+hoje.+rio.+sol/is);
    await page.close();
  });
});
