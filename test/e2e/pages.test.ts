import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { inspectElement, type Box } from './browsers/inspect-element.ts';
import { pictureFailures } from './browsers/picture-failures.ts';
import type { TestPage } from './browsers/test-browser.ts';
import { selectByMouse, waitForText } from './browsers/use-element.ts';
import { waitFor } from './browsers/wait-for.ts';
import { browserNames, launchProduct, type Product } from './launch-product.ts';
import { startEndlessPage } from './start-endless-page.ts';
import {
  clickInOverlay,
  getSelectionBox,
  overlayHost,
  overlaps,
  translateByMenu,
  waitForNoOverlay,
  waitForOverlay,
} from './use-overlay.ts';

const translation = /tempo.+hoje.+rio.+sol/is;

describe.each(browserNames)('%s', (name) => {
  let product: Product;

  beforeAll(async () => {
    product = await launchProduct(name, '--engine', 'bergamot');
  });

  afterAll(() => product.close());

  pictureFailures(() => product.browser);

  test('a page in the public address space is translated like any other', async () => {
    const page = await product.browser.openPage(product.publicPages.getUrl('article', 'public.test'));

    await translateByMenu(page);

    expect(await waitForOverlay(page, 'complete')).toMatch(translation);
    await page.close();
  });

  test('a page that is still loading is translated like any other', async () => {
    const endless = await startEndlessPage();
    const page = await product.browser.openPage(product.pages.getUrl('article'));
    await page.evaluate((url) => {
      location.href = url;
    }, endless.url);
    await waitForText(page, '#text', /still to come/);
    await selectByMouse(page, '#text');

    await page.pressShortcut('Alt+Shift+Y');

    await waitForOverlay(page, 'complete', /./);
    expect(await page.evaluate(() => document.readyState)).toBe('loading');
    await endless.close();
    await page.close();
  });

  test('Escape closes it though the focus was in a frame', async () => {
    const page = await product.browser.openPage(product.pages.getUrl('framed'));
    await translateByMenu(await page.findFrame());
    await waitForOverlay(page, 'complete');

    await page.pressKey('Escape');

    await waitForNoOverlay(page);
    await waitFor('the frame to have the focus again', () =>
      page.evaluate(() => document.activeElement?.localName === 'iframe'),
    );
    await page.close();
  });

  test('a modal dialog that opens later does not bury the overlay', async () => {
    const page = await product.browser.openPage(product.pages.getUrl('late-dialog'));
    await translateByMenu(page);
    await waitForOverlay(page, 'complete');

    await page.evaluate(() => {
      document.querySelector('dialog')?.showModal();
    });

    // Its first press brings it back before the click is judged.
    await clickInOverlay(page, 'close');
    await waitForNoOverlay(page);
    await page.close();
  });

  test('the overlay follows the selection when the page scrolls, and goes to its other side for room', async () => {
    const page = await product.browser.openPage(product.pages.getUrl('long'));
    await translateByMenu(page);
    await waitForOverlay(page, 'complete');
    const before = await findOverlay(page);

    await scrollPage(page, 120);

    await waitFor('the overlay to follow', async () => (await findOverlay(page)).y === before.y - 120);
    await expectBeside(page);

    const height = await page.evaluate(() => innerHeight);
    await scrollPage(page, -120 - height / 2 + 60);

    await waitFor(
      'the overlay to be above the selection',
      async () => (await findOverlay(page)).y < (await getSelectionBox(page)).y,
    );
    await expectBeside(page);
    await page.close();
  });

  test('pinned, it stays where it is when the page scrolls', async () => {
    const page = await product.browser.openPage(product.pages.getUrl('long'));
    await translateByMenu(page);
    await waitForOverlay(page, 'complete');
    const before = await findOverlay(page);
    const selected = await getSelectionBox(page);
    await clickInOverlay(page, 'pin');

    await scrollPage(page, 120);

    await waitFor('the page to scroll', async () => (await getSelectionBox(page)).y === selected.y - 120);
    expect(await findOverlay(page)).toEqual(before);
    await page.close();
  });

  test('what an earlier version of the extension has left on a page makes way for a new overlay', async () => {
    const page = await product.browser.openPage(product.pages.getUrl('same-id'));
    await translateByMenu(page);
    await waitForOverlay(page, 'complete');

    await product.browser.reloadExtension();
    await translateByMenu(page, 'h1');

    await waitForOverlay(page, 'complete', /passeio|caminhada/i);
    expect(await page.evaluate(() => document.querySelectorAll('[id=dragoman-overlay]').length)).toBe(2);
    await page.close();
  });
});

function scrollPage(page: TestPage, top: number): Promise<void> {
  return page.evaluate((distance) => {
    scrollBy({ top: distance, behavior: 'instant' });
  }, top);
}

async function expectBeside(page: TestPage): Promise<void> {
  const overlay = await findOverlay(page);
  const selection = await getSelectionBox(page);

  expect(overlay.width).toBeGreaterThan(200);
  expect(selection.width).toBeGreaterThan(200);
  expect(overlaps(overlay, selection)).toBe(false);
}

async function findOverlay(page: TestPage): Promise<Box> {
  return waitFor('the overlay', async () => (await inspectElement(page, overlayHost))?.box);
}
