import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { pictureFailures } from './browsers/picture-failures.ts';
import { clickElement, selectByMouse, waitForElement } from './browsers/use-element.ts';
import { askingLaunches, type AskingProduct } from './launch-asking-product.ts';
import { browserNames, type Product } from './launch-product.ts';
import { waitForOverlay } from './use-overlay.ts';

describe.each(browserNames)('%s', (name) => {
  let product: Product;
  let allowSites: AskingProduct['allowSites'];

  beforeAll(async () => {
    ({ product, allowSites } = await askingLaunches[name]('window'));
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
    await allowSites(() => clickElement(question, '[data-action="allow"]'));

    expect(await waitForOverlay(page, 'complete')).toMatch(/tempo.+hoje.+rio.+sol/is);
    await page.close();
  });
});
