import { inspectElement, runOnPath, type Box, type ElementState } from './inspect-element.ts';
import type { Point, TestPage } from './test-browser.ts';
import { waitFor } from './wait-for.ts';

/** A model may have to be loaded before the first word, on a machine with other work to do. */
const textDeadlineMs = 30_000;

/** Selectors here are those of `runOnPath`; an element that isn't there yet is waited for. */
export function waitForElement(page: TestPage, selector: string): Promise<ElementState> {
  return waitFor(`an element ${selector}`, () => inspectElement(page, selector));
}

/** Resolves to the element's text once it matches; the failure tells what it was last. */
export async function waitForText(page: TestPage, selector: string, pattern: RegExp): Promise<string> {
  let last: ElementState | undefined;
  const read = async () => {
    last = await inspectElement(page, selector);
    return last !== undefined && pattern.test(last.text) && last;
  };
  const element = await waitFor(`${selector} to match ${String(pattern)}`, read, textDeadlineMs).catch(
    (error: unknown) => {
      throw new Error(`${selector} is ${JSON.stringify(last?.text ?? 'absent')}`, { cause: error });
    },
  );
  return element.text;
}

export async function clickElement(page: TestPage, selector: string): Promise<void> {
  await page.clickMouse(getCentre((await waitForElement(page, selector)).box));
}

/** Opens the browser's own menu on the first line of the element's text, which keeps a selection that is there. */
export async function chooseMenuItemOn(page: TestPage, selector: string, menuItemId: string): Promise<void> {
  await page.chooseMenuItem(getCentre((await waitForElement(page, selector)).firstLine), menuItemId);
}

/** Selects the element's text as a reader does, by dragging, with a key held if told so; resolves to what is selected then. */
export async function selectByMouse(page: TestPage, selector: string, key?: 'Control'): Promise<string> {
  await scrollTo(page, selector);
  await page.evaluate(() => getSelection()?.removeAllRanges());
  const { firstLine, lastLine } = await waitForElement(page, selector);
  const from = { x: firstLine.x + 1, y: getCentre(firstLine).y };
  await page.dragMouse(from, { x: lastLine.x + lastLine.width - 1, y: getCentre(lastLine).y }, key);
  // The hand may be ahead of the page, which then has a part of the text selected and the button still down.
  return waitFor(`a selection in ${selector}`, () =>
    page.evaluate(() => document.querySelector(':active') === null && String(getSelection())),
  );
}

/** Selects the element's text by script: exact to the letter, also where no mouse reaches. */
export async function selectByRange(page: TestPage, selector: string): Promise<string> {
  await scrollTo(page, selector);
  await runOnPath(page, selector, (root, inner) => {
    const element = root.querySelector(inner);
    if (element) getSelection()?.selectAllChildren(element);
  });
  return page.evaluate(() => String(getSelection()));
}

function scrollTo(page: TestPage, selector: string): Promise<void> {
  return runOnPath(page, selector, (root, inner) => {
    root.querySelector(inner)?.scrollIntoView({ block: 'center', behavior: 'instant' });
  });
}

export function getCentre({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}
