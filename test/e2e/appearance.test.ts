import { afterAll, beforeAll, describe, test } from 'vitest';

import { inspectElement } from './browsers/inspect-element.ts';
import { pictureFailures } from './browsers/picture-failures.ts';
import type { TestPage } from './browsers/test-browser.ts';
import { waitFor } from './browsers/wait-for.ts';
import { browserNames, launchProduct, type Product } from './launch-product.ts';
import { chooseOption, openOptions } from './use-options.ts';
import { inspectOverlay, translateByMenu, waitForOverlay } from './use-overlay.ts';

const dark = { page: 'rgb(19, 19, 20)', frame: 'rgb(28, 28, 30)' };
const light = { page: 'rgb(245, 245, 247)', frame: 'rgb(255, 255, 255)' };

describe.each(browserNames)('%s', (name) => {
  let product: Product;
  let options: TestPage;

  beforeAll(async () => {
    product = await launchProduct(name, '--engine', 'bergamot');
    options = await openOptions(product.browser);
  });

  afterAll(() => product.close());

  pictureFailures(() => product.browser);

  test('what is chosen holds at once on pages of the extension and in an open overlay', async () => {
    const page = await product.browser.openPage(product.pages.getUrl('story'));
    await translateByMenu(page);
    await waitForOverlay(page, 'complete');
    const getHeight = async () => (await inspectOverlay(page, '.bar'))?.box.height ?? 0;
    const height = await getHeight();

    await chooseOption(options, '#theme', 'dark');
    await waitFor(
      'a dark overlay',
      async () => (await inspectOverlay(page, '.frame'))?.background === dark.frame,
    );
    await waitFor(
      'dark options',
      async () => (await inspectElement(options, 'body'))?.background === dark.page,
    );
    await chooseOption(options, '#text-size', 'largest');
    await waitFor('large letters', async () => (await getHeight()) > 1.4 * height);

    await chooseOption(options, '#theme', 'light');
    await waitFor(
      'a light overlay',
      async () => (await inspectOverlay(page, '.frame'))?.background === light.frame,
    );
    await chooseOption(options, '#text-size', 'medium');
    await waitFor('letters as before', async () => (await getHeight()) === height);
    await page.close();
  });

  test.each(['welcome', 'history', 'panel'])('it holds on the page %s, too', async (page) => {
    await chooseOption(options, '#theme', 'dark');
    const opened = await product.browser.openPage(
      `${product.browser.extensionOrigin}/extension/${page}/${page}.html`,
    );
    const read = () =>
      opened.inDocument(({ documentElement }) => [
        documentElement.style.colorScheme,
        documentElement.style.zoom,
      ]);
    await waitFor('it to be dark', async () => (await read())[0] === 'dark');
    await chooseOption(options, '#text-size', 'large');
    await waitFor('it to be large', async () => (await read())[1] === '1.2');
    await opened.close();
  });

  test('it holds in the popup, and nothing of it is out of sight', async () => {
    const { browser } = product;
    await chooseOption(options, '#theme', 'dark');
    await chooseOption(options, '#text-size', 'largest');
    await browser.openPopup();
    const isDark = ({ document }: Window) => getComputedStyle(document.body).backgroundColor;
    await waitFor('it to be dark', async () => (await browser.inPopup(isDark)) === dark.frame);
    const isWhole = ({ innerHeight, innerWidth, document: { documentElement } }: Window) =>
      innerHeight >= documentElement.getBoundingClientRect().height - 1 &&
      innerWidth >= documentElement.scrollWidth - 1;
    await waitFor('it to be whole', () => browser.inPopup(isWhole));
    await browser.takePopupPicture('popup largest');
    await browser.closePopup();
  });
});
