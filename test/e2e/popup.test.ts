import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { pictureFailures } from './browsers/picture-failures.ts';
import { waitForElement } from './browsers/use-element.ts';
import { browserNames, launchProduct, type Product } from './launch-product.ts';
import { clickInPopup, readPopup, translateInPopup, waitForPopup } from './use-popup.ts';

describe.each(browserNames)('%s', (name) => {
  let product: Product;

  beforeAll(async () => {
    product = await launchProduct(name, '--engine', 'bergamot');
  });

  afterAll(() => product.close());

  pictureFailures(() => product.browser);

  test('text typed into the popup is translated there', async () => {
    const { browser } = product;
    await browser.openPopup();

    await translateInPopup(browser, 'Good morning, my friends.');

    await waitForPopup(browser, 'complete');
    expect(await readPopup(browser, '.text')).toMatch(/bom dia/i);
    await browser.closePopup();
  });

  test('the popup leads to the options', async () => {
    const { browser } = product;
    await browser.openPopup();

    await clickInPopup(browser, 'options');

    const page = await browser.waitForPage(`${browser.extensionOrigin}/extension/options/options.html`);
    expect((await waitForElement(page, 'h1')).text).toBe('Options');
    await page.close();
  });
});
