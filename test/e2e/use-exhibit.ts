import type { Box } from './browsers/inspect-element.ts';
import type { BrowserName, TestPage } from './browsers/test-browser.ts';
import { getCentre } from './browsers/use-element.ts';
import { waitFor } from './browsers/wait-for.ts';
import type { Exhibit } from './exhibits.ts';
import { takeImprint, type Imprint } from './take-imprint.ts';

/** A page at the moment at which a translation is asked for. */
interface Exhibited {
  /** To be translated. */
  text: string;
  /** What is selected, in the viewport; empty where nothing tells. */
  lines: Box[];
  imprint: Imprint;
}

/** Prepares the page that is open, selects its text and asks for the translation as a reader does. */
export async function translateExhibit(
  page: TestPage,
  exhibit: Exhibit,
  browser: BrowserName,
): Promise<Exhibited> {
  await exhibit.prepare?.(page, browser);
  const frames = await listFrames(page, exhibit.depth ?? 0);
  const frame = frames.at(-1) ?? page;
  if (exhibit.selected === 'mouse') await selectByMouse(frame);
  else if (!exhibit.at) await frame.evaluate(selectByScript);
  const { text, lines } = await frame.evaluate(readText);
  const corners = await Promise.all(frames.slice(0, -1).map(findFrameCorner));
  const imprint = await takeImprint(page);
  const visible = lines.find(({ y }) => y > 0) ?? { x: 0, y: 0, width: 0, height: 0 };
  if (exhibit.way === 'shortcut') await page.pressShortcut('Alt+Shift+Y');
  else await frame.chooseMenuItem(exhibit.at ?? getCentre(visible), 'translate-selection');
  return { text: exhibit.text ?? text, lines: lines.map((line) => moveBox(line, corners)), imprint };
}

/** The page and its frames, inwards, as many as told. */
async function listFrames(page: TestPage, depth: number): Promise<TestPage[]> {
  return depth === 0 ? [page] : [page, ...(await listFrames(await page.findFrame(), depth - 1))];
}

/** The corner of what is in the page's frame. */
function findFrameCorner(page: TestPage): Promise<Box> {
  return page.evaluate(() => {
    const frame = document.querySelector('iframe, frame');
    const { x, y } = frame?.getBoundingClientRect() ?? new DOMRect();
    return { x: x + (frame?.clientLeft ?? 0), y: y + (frame?.clientTop ?? 0), width: 0, height: 0 };
  });
}

function moveBox(box: Box, corners: readonly Box[]): Box {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return { ...box, x: box.x + sum(corners.map(({ x }) => x)), y: box.y + sum(corners.map(({ y }) => y)) };
}

async function selectByMouse(frame: TestPage): Promise<void> {
  const { lines } = await frame.evaluate(readText);
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) throw new Error('The page shows no text');
  const from = { x: first.x + 1, y: getCentre(first).y };
  await frame.dragMouse(from, { x: last.x + last.width - 1, y: getCentre(last).y });
  // The hand may be ahead of the page, which then has a part of the text selected and the button still down.
  await waitFor('a selection', () =>
    frame.evaluate(() => document.querySelector(':active') === null && String(getSelection())),
  );
}

/** Runs in the page. */
function selectByScript(): void {
  const { hiddenText } = globalThis as { hiddenText?: HTMLElement };
  const element = hiddenText ?? document.querySelector<HTMLElement>('#text');
  element?.scrollIntoView({ block: 'center', behavior: 'instant' });
  element?.closest<HTMLElement>('input, textarea, [contenteditable]')?.focus();
  if (element && 'select' in element) (element as HTMLInputElement).select();
  else if (element) getSelection()?.selectAllChildren(element);
}

/** Runs in the page. Where a shadow root hides the text, the page leaves it in a global variable. */
function readText(): { text: string; lines: Box[] } {
  const { hiddenText } = globalThis as { hiddenText?: HTMLElement };
  const element = hiddenText ?? document.querySelector<HTMLElement>('#text');
  if (!element) return { text: '', lines: [] };
  const range = document.createRange();
  range.selectNodeContents(element);
  const isField = 'value' in element;
  const boxes = [...(isField ? element : range).getClientRects()];
  // An element of SVG has no `innerText`.
  const text = isField
    ? String(element.value)
    : ((element as Partial<HTMLElement>).innerText ?? element.textContent);
  const lines = boxes.map(({ x, y, width, height }) => ({ x, y, width, height }));
  return { text: text.trim(), lines: lines.filter(({ width, height }) => width > 0 && height > 0) };
}
