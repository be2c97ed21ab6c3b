import type { Point, TestPage } from './test-browser.ts';

export interface Box extends Point {
  width: number;
  height: number;
}

export interface ElementState {
  text: string;
  /** Its own attributes. */
  attributes: Record<string, string>;
  /** Its background colour, as `rgb(…)`. */
  background: string;
  /** Where it is in the viewport. */
  box: Box;
  /** Where its text begins and ends; its own box when it has none. */
  firstLine: Box;
  lastLine: Box;
}

/** State of the first element that matches. */
export function inspectElement(page: TestPage, selector: string): Promise<ElementState | undefined> {
  return runOnPath(page, selector, inspect);
}

/** Runs in the page with where to look and what for: `host >>> inner` means `inner` in the host's shadow root, a closed one too. */
export function runOnPath<Result>(
  page: TestPage,
  path: string,
  run: (root: ParentNode, selector: string) => Result,
): Promise<Result | undefined> {
  const [outer = '', inner] = path.split(' >>> ');
  return inner === undefined ? page.inDocument(run, outer) : page.inShadowRoot(outer, run, inner);
}

/** Runs in the page. */
function inspect(root: ParentNode, selector: string): ElementState | undefined {
  const element = root.querySelector(selector);
  if (!element) return undefined;
  const toBox = ({ x, y, width, height }: DOMRect) => ({ x, y, width, height });
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const lines: DOMRect[] = [];
  while (walker.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    lines.push(...range.getClientRects());
  }
  const box = element.getBoundingClientRect();
  return {
    text: element.textContent,
    attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
    background: getComputedStyle(element).backgroundColor,
    box: toBox(box),
    firstLine: toBox(lines[0] ?? box),
    lastLine: toBox(lines.at(-1) ?? box),
  };
}
