import { copyFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { ChromiumBrowser } from './browsers/chromium-browser.ts';
import { pictureFailures } from './browsers/picture-failures.ts';
import { waitFor } from './browsers/wait-for.ts';
import { launchChromiumProduct, type Product } from './launch-product.ts';
import { inspectOverlay, translateByMenu, waitForOverlay } from './use-overlay.ts';
import { translateInPopup, waitForPopup } from './use-popup.ts';

const surfaces = { light: 'rgb(255, 255, 255)', dark: 'rgb(28, 28, 30)' };

describe.each(['light', 'dark'] as const)('where the reader prefers %s', (colorScheme) => {
  let product: Product<ChromiumBrowser>;

  beforeAll(async () => {
    product = await launchChromiumProduct({ colorScheme }, '--engine', 'bergamot');
  });

  afterAll(() => product.close());

  pictureFailures(() => product.browser);

  test('the overlay is, too', async () => {
    const page = await product.browser.openPage(product.pages.getUrl('story'));

    await translateByMenu(page);

    expect(await waitForOverlay(page, 'complete')).toMatch(/navios.+vento/);
    expect((await inspectOverlay(page, '.frame'))?.background).toBe(surfaces[colorScheme]);
    await keepPicture(await page.takePicture(`overlay ${colorScheme}`, { width: 900, height: 500 }));
    await page.close();
  });

  test('the popup is, too', async () => {
    const { browser } = product;
    await browser.openPopup();
    await translateInPopup(
      browser,
      'The best time to plant a tree was twenty years ago. The second best time is now.',
    );

    await waitForPopup(browser, 'complete');

    const read = ({ document }: Window) => getComputedStyle(document.body).backgroundColor;
    expect(await browser.inPopup(read)).toBe(surfaces[colorScheme]);
    const isWhole = ({ innerHeight, document }: Window) =>
      innerHeight >= document.documentElement.scrollHeight;
    await waitFor('the popup to be as high as what is in it', () => browser.inPopup(isWhole));
    await keepPicture(await browser.takePopupPicture(`popup ${colorScheme}`));
  });
});

/** `npm run screenshots` makes the pictures of the README. */
async function keepPicture(file: string): Promise<void> {
  if (process.env['DRAGOMAN_SCREENSHOTS'])
    await copyFile(file, join(import.meta.dirname, '../../docs', basename(file)));
}
