import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { startFakeOllama, type FakeOllama } from '../fakes/fake-ollama.ts';
import { answers } from '../fakes/ollama-answers.ts';
import type { Box } from './browsers/inspect-element.ts';
import { pictureFailures } from './browsers/picture-failures.ts';
import type { TestPage } from './browsers/test-browser.ts';
import { clickElement, getCentre, waitForElement } from './browsers/use-element.ts';
import { waitFor } from './browsers/wait-for.ts';
import { browserNames, launchProduct, type Product } from './launch-product.ts';
import {
  clickInOverlay,
  getSelectionBox,
  inspectOverlayPlace,
  overlayHost,
  overlaps,
  tabInOverlay,
  translateByMenu,
  waitForNoOverlay,
  waitForOverlay,
} from './use-overlay.ts';

const handle = `${overlayHost} >>> [data-action="size"]`;

/** Of an overlay with a translation in one or two lines. */
const usualWidth = 400;

describe.each(browserNames)('%s', (name) => {
  let ollama: FakeOllama;
  let product: Product;
  let page: TestPage;

  beforeAll(async () => {
    ollama = await startFakeOllama();
    product = await launchProduct(name, '--engine', 'ollama', '--ollama-host', ollama.url, '--checks', 'off');
    page = await product.browser.openPage(product.pages.getUrl('article'));
  });

  beforeEach(async () => {
    ollama.tell(answers(['O tempo está lindo hoje.', ' Caminhámos ao longo do rio até o sol se pôr.']));
    await product.browser.inExtension((api) => api.storage.local.remove('overlaySize'));
  });

  afterAll(async () => {
    await product.close();
    await ollama.close();
  });

  pictureFailures(() => product.browser);

  const open = async (pageName: string) => {
    await page.goTo(product.pages.getUrl(pageName));
    await watchOverlay(page);
    await translateByMenu(page);
  };

  const getStoredSize = async () =>
    (await product.browser.inExtension((api) => api.storage.local.get('overlaySize')))['overlaySize'];

  test('it goes where the reader drags it', async () => {
    await open('article');
    await waitForOverlay(page, 'complete');
    const before = await getBox(page);
    // Between what is chosen at the beginning of the bar and the buttons at its end.
    const button = (await waitForElement(page, `${overlayHost} >>> [data-action="window"]`)).box;
    const grip = { x: button.x - 12, y: getCentre(button).y };

    await page.dragMouse(grip, { x: grip.x + 200, y: grip.y + 100 });

    expect(await getBox(page)).toMatchObject({ x: before.x + 200, y: before.y + 100 });
  });

  test('below the selection there is room for the translation before it comes, and the end takes only what is left over', async () => {
    ollama.tell(answers(tellSlowly('Ele conhecia os navios pelas suas luzes.', 1), { tokenMs: 30 }));

    await open('story');
    await waitForOverlay(page, 'complete');

    const boxes = await takeBoxes(page);
    const last = await getBox(page);
    expect(new Set(boxes.map(({ y }) => y)).size).toBe(1);
    expect(new Set(boxes.map(({ height }) => height))).toEqual(new Set([boxes[0]?.height, last.height]));
    expect(boxes[0]?.height).toBeGreaterThan(last.height);
  });

  test.each([
    ['below the selection it grows downwards', 'article', (box: Box) => box.y],
    ['above the selection it grows upwards', 'bottom-edge', (box: Box) => box.y + box.height],
  ])('%s when the translation is longer, and never shrinks meanwhile', async (_what, pageName, getEdge) => {
    ollama.tell(answers(tellSlowly('O tempo está lindo hoje.', 12), { tokenMs: 20 }));

    await open(pageName);
    await waitForOverlay(page, 'complete');

    const boxes = await takeBoxes(page);
    const heights = boxes.map(({ height }) => height);
    expect(new Set(boxes.map(getEdge)).size).toBe(1);
    expect(new Set(heights).size).toBeGreaterThan(2);
    expect(heights).toEqual(heights.toSorted((a, b) => a - b));
    expect(overlaps(await getBox(page), await getSelectionBox(page))).toBe(false);
  });

  test('the mouse gives it a size, which is remembered, and a double click gives the usual one again', async () => {
    await open('article');
    await waitForOverlay(page, 'complete');
    const before = await getBox(page);
    const grip = getCentre((await waitForElement(page, handle)).box);

    await page.dragMouse(grip, { x: grip.x + 120, y: grip.y + 90 });

    const dragged = await getBox(page);
    expect(dragged).toEqual({ ...before, width: before.width + 120, height: before.height + 90 });
    await waitFor('the size to be kept', async () => (await getStoredSize()) !== undefined);
    expect(await getStoredSize()).toEqual({ width: dragged.width, height: dragged.height });

    await clickInOverlay(page, 'close');
    await waitForNoOverlay(page);
    await translateByMenu(page);
    await waitForOverlay(page, 'complete');
    expect(await getBox(page)).toEqual(dragged);

    await page.doubleClickMouse(getCentre((await waitForElement(page, handle)).box));
    await waitFor('the size to be forgotten', async () => (await getStoredSize()) === undefined);
    expect(await getBox(page)).toEqual(before);
  });

  test('it is never larger than the window, and never too small for its buttons', async () => {
    await open('article');
    await waitForOverlay(page, 'complete');
    const grip = getCentre((await waitForElement(page, handle)).box);
    const window = await page.evaluate(() => ({ x: innerWidth, y: innerHeight }));

    await page.dragMouse(grip, { x: window.x - 2, y: window.y - 2 });

    expect((await inspectOverlayPlace(page)).isInside).toBe(true);

    await page.dragMouse(getCentre((await waitForElement(page, handle)).box), { x: 20, y: 20 });

    expect(await getBox(page)).toMatchObject({ width: 240, height: 120 });
  });

  test('a word stays small, whatever size the reader gave to texts', async () => {
    await product.browser.inExtension((api) =>
      api.storage.local.set({ overlaySize: { width: 500, height: 400 } }),
    );
    ollama.tell(answers(['Um passeio']));
    await page.goTo(product.pages.getUrl('article'));

    await translateByMenu(page, 'h1');
    await waitForOverlay(page, 'complete');

    const { width, height } = await getBox(page);
    expect(width).toBe(500);
    expect(height).toBeLessThan(130);
  });

  test('the keyboard reaches its handle, changes its size and moves it', async () => {
    await page.goTo(product.pages.getUrl('fields'));
    await clickElement(page, '#textarea');
    await page.pressKey('Control+a');
    await page.pressShortcut('Alt+Shift+Y');
    await waitForOverlay(page, 'complete');
    const { width, height } = await getBox(page);
    expect(width).toBe(usualWidth);

    await tabInOverlay(page, 'size');
    await page.pressKey('ArrowRight');
    await page.pressKey('ArrowDown');
    await page.pressKey('ArrowDown');

    const { x, y, ...sized } = await getBox(page);
    expect(sized).toEqual({ width: width + 24, height: height + 48 });
    await waitFor('the size to be kept', async () => {
      const stored = (await getStoredSize()) as Partial<Box> | undefined;
      return stored?.height === sized.height && stored.width === sized.width;
    });

    await page.pressKey('Shift+ArrowRight');

    expect(await getBox(page)).toEqual({ x: x + 24, y, ...sized });

    await page.pressKey('Enter');
    await waitFor('the size to be forgotten', async () => (await getStoredSize()) === undefined);
    expect(await getBox(page)).toMatchObject({ width, height });
    await page.pressKey('Enter');
    expect((await getBox(page)).width).toBe(640);
    await page.pressKey('Escape');
    await waitForNoOverlay(page);
  });

  test('dragged to the edge it stays in the window, also when that gets smaller', async () => {
    await open('article');
    await waitForOverlay(page, 'complete');
    const grip = getCentre((await waitForElement(page, `${overlayHost} >>> .bar`)).box);
    const before = await page.evaluate(() => ({ width: outerWidth, height: outerHeight, inner: innerWidth }));
    await page.dragMouse(grip, await page.evaluate(() => ({ x: innerWidth - 2, y: innerHeight - 2 })));
    expect((await inspectOverlayPlace(page)).isInside).toBe(true);

    await resizeWindow({ width: 760, height: 620 });
    await waitFor('a smaller window', () => page.evaluate((width) => innerWidth < width, before.inner));

    await waitFor('the overlay to be inside', async () => (await inspectOverlayPlace(page)).isInside);
    await resizeWindow({ width: before.width, height: before.height });
    await waitFor('the window as it was', () => page.evaluate((width) => innerWidth === width, before.inner));
  });

  function resizeWindow(size: { width: number; height: number }): Promise<void> {
    return product.browser.inExtension(async (api, wanted) => {
      const { id = 0 } = await api.windows.getCurrent();
      await api.windows.update(id, wanted);
    }, size);
  }
});

/** A translation of that many sentences, word by word. */
function tellSlowly(sentence: string, times: number): string[] {
  return Array.from({ length: times }, () => sentence.split(/(?<= )/).concat(' ')).flat();
}

/** Notes on every frame where the overlay is, as the page sees it, from now on. */
function watchOverlay(page: TestPage): Promise<void> {
  return page.evaluate((host) => {
    const boxes: Box[] = [];
    Object.assign(globalThis, { boxes });
    const watch = (): void => {
      const box = document.querySelector(host)?.getBoundingClientRect();
      if (box && box.height > 0) boxes.push({ x: box.x, y: box.y, width: box.width, height: box.height });
      requestAnimationFrame(watch);
    };
    watch();
  }, overlayHost);
}

async function takeBoxes(page: TestPage): Promise<Box[]> {
  const boxes = await page.evaluate(() => (globalThis as unknown as { boxes: Box[] }).boxes);
  expect(boxes.length).toBeGreaterThan(3);
  return boxes;
}

async function getBox(page: TestPage): Promise<Box> {
  return (await waitForElement(page, overlayHost)).box;
}
