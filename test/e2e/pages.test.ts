import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { inspectElement, type Box } from './browsers/inspect-element.ts';
import { pictureFailures } from './browsers/picture-failures.ts';
import type { TestPage } from './browsers/test-browser.ts';
import type { TestPageName } from './browsers/test-pages.ts';
import { clickElement } from './browsers/use-element.ts';
import { waitFor } from './browsers/wait-for.ts';
import { browserNames, launchProduct, type Product } from './launch-product.ts';
import {
  clickInOverlay,
  getSelectionBox,
  overlayHost,
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

  test.each<TestPageName>([
    'strict-csp',
    'namesakes',
    'hostile',
    'transformed',
    'long',
    'nested-scroll',
    'dialog',
  ])('on the page "%s" the overlay can be seen and used beside the selection', async (pageName) => {
    const page = await product.browser.openPage(product.pages.getUrl(pageName));

    await translateByMenu(page);

    expect(await waitForOverlay(page, 'complete')).toMatch(translation);
    await expectBeside(page);
    expect(await isOnTop(page)).toBe(true);
    await page.close();
  });

  test('a page in the public address space is translated like any other', async () => {
    const page = await product.browser.openPage(product.publicPages.getUrl('article', 'public.test'));

    await translateByMenu(page);

    expect(await waitForOverlay(page, 'complete')).toMatch(translation);
    await page.close();
  });

  test.each<TestPageName>(['framed', 'sandboxed'])(
    'text in a frame that no script may enter is shown by the page "%s" around it',
    async (pageName) => {
      const page = await product.browser.openPage(product.pages.getUrl(pageName));

      await translateByMenu(await page.findFrame());

      expect(await waitForOverlay(page, 'complete')).toMatch(translation);
      await page.close();
    },
  );

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

  test.each<TestPageName>(['shadow-open', 'shadow-closed'])(
    'text in the shadow root of the page "%s" is translated',
    async (pageName) => {
      const page = await product.browser.openPage(product.pages.getUrl(pageName));

      await translateByMenu(page, '#host >>> #text');

      expect(await waitForOverlay(page, 'complete')).toMatch(translation);
      await page.close();
    },
  );

  test('in a full-screen element the overlay can be seen and closed', async () => {
    const page = await product.browser.openPage(product.pages.getUrl('full-screen'));
    await clickElement(page, '#go');
    await waitFor('full screen', () => page.evaluate(() => document.fullscreenElement !== null));

    await translateByMenu(page);

    expect(await waitForOverlay(page, 'complete')).toMatch(translation);
    expect(await isOnTop(page)).toBe(true);
    await clickInOverlay(page, 'close');
    await waitForNoOverlay(page);
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

function overlaps(one: Box, other: Box): boolean {
  const isApart =
    one.x >= other.x + other.width ||
    other.x >= one.x + one.width ||
    one.y >= other.y + other.height ||
    other.y >= one.y + one.height;
  return !isApart;
}

/** Whether a click on its middle would reach it. */
function isOnTop(page: TestPage): Promise<boolean> {
  return page.evaluate((host) => {
    const overlay = document.querySelector(host);
    const { x, y, width, height } = overlay?.getBoundingClientRect() ?? new DOMRect();
    return overlay !== null && document.elementFromPoint(x + width / 2, y + height / 2) === overlay;
  }, overlayHost);
}
