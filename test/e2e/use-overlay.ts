import { inspectElement, type Box, type ElementState } from './browsers/inspect-element.ts';
import type { TestPage } from './browsers/test-browser.ts';
import { chooseMenuItemOn, clickElement, selectByMouse } from './browsers/use-element.ts';
import { waitFor } from './browsers/wait-for.ts';

/** The overlay's own, on a page that has an element of that id too. */
export const overlayHost = '#dragoman-overlay:popover-open';

/** A model may have to be loaded before the first word, on a machine with other work to do. */
const translationMs = 45_000;

/** Selects the page's paragraph by mouse and chooses the item in the browser's own menu. */
export async function translateByMenu(page: TestPage, selector = '#text'): Promise<void> {
  await selectByMouse(page, selector);
  await chooseMenuItemOn(page, selector, 'translate-selection');
}

/** A part of the overlay; absent while there is no overlay. */
export function inspectOverlay(page: TestPage, part: string): Promise<ElementState | undefined> {
  return inspectElement(page, `${overlayHost} >>> ${part}`);
}

/** Waits until the overlay is in that state, and its text if told so; resolves to the text. The failure tells what it was last. */
export async function waitForOverlay(page: TestPage, state: string, text = /(?:)/): Promise<string> {
  let last: (string | undefined)[] = [];
  const read = async () => {
    const view = await inspectOverlay(page, '.view');
    const shown = await inspectOverlay(page, '.text');
    const failure = await inspectOverlay(page, '.failure');
    last = [view?.attributes['data-state'], shown?.text, failure?.text];
    return last[0] === state && text.test(last[1] ?? '');
  };
  await waitFor(`the overlay to be ${state}`, read, translationMs).catch((error: unknown) => {
    throw new Error(`The overlay was last ${JSON.stringify(last)}`, { cause: error });
  });
  return last[1] ?? '';
}

export async function clickInOverlay(page: TestPage, action: string): Promise<void> {
  await clickElement(page, `${overlayHost} >>> [data-action="${action}"]:not([hidden], [hidden] *)`);
}

/** Goes to one of the overlay's buttons with the Tab key, from wherever in it the focus is. */
export async function tabInOverlay(page: TestPage, action: string, host = overlayHost): Promise<void> {
  const readFocused = () =>
    page.inShadowRoot(host, (root) => (root.activeElement as HTMLElement | null)?.dataset['action']);
  for (let presses = 0; presses < 15; presses += 1) {
    if ((await readFocused()) === action) return;
    await page.pressKey('Tab');
  }
  throw new Error(`The Tab key does not reach ${action}`);
}

/** What is selected in the page, in the viewport. */
export function getSelectionBox(page: TestPage): Promise<Box> {
  return page.evaluate(() => {
    const { x, y, width, height } = getSelection()?.getRangeAt(0).getBoundingClientRect() ?? new DOMRect();
    return { x, y, width, height };
  });
}

export function countOverlays(page: TestPage): Promise<number> {
  return page.evaluate((host) => document.querySelectorAll(host).length, overlayHost);
}

export async function waitForNoOverlay(page: TestPage): Promise<void> {
  await waitFor('the overlay to go', async () => !(await inspectElement(page, overlayHost)));
}

interface OverlayPlace {
  box: Box;
  /** Whether clicks near its corners, on its edges and in its middle reach it. */
  isOnTop: boolean;
  /** Whether all of it is in the window. */
  isInside: boolean;
}

/** Where the overlay is, as the page's own scripts see it. */
export function inspectOverlayPlace(page: TestPage): Promise<OverlayPlace> {
  return page.evaluate((host) => {
    const overlay = document.querySelector(host);
    const { x, y, width, height } = overlay?.getBoundingClientRect() ?? new DOMRect();
    // The corners are round.
    const inset = 6;
    const places = [inset, width / 2, width - inset].flatMap((right) =>
      [inset, height / 2, height - inset].map((down) => [x + right, y + down] as const),
    );
    return {
      box: { x, y, width, height },
      isOnTop: places.every(
        ([left, top]) => overlay !== null && document.elementFromPoint(left, top) === overlay,
      ),
      isInside: x >= 0 && y >= 0 && x + width <= innerWidth && y + height <= innerHeight,
    };
  }, overlayHost);
}

export function overlaps(one: Box, other: Box): boolean {
  const isApart =
    one.x >= other.x + other.width ||
    other.x >= one.x + one.width ||
    one.y >= other.y + other.height ||
    other.y >= one.y + one.height;
  return !isApart;
}
