import type { Point, TestPage } from './test-browser.ts';

export interface Box extends Point {
  width: number;
  height: number;
}

export interface ElementState {
  text: string;
  /** Where it is in the viewport. */
  box: Box;
  /** Where its text begins and ends; its own box when it has none. */
  firstLine: Box;
  lastLine: Box;
}

/** State of the first element that matches; `host >>> inner` looks for `inner` in the host's open shadow root. */
export function inspectElement(page: TestPage, selector: string): Promise<ElementState | undefined> {
  return page.evaluate((path) => {
    const find = (scope: ParentNode | null | undefined, part: string) => scope?.querySelector(part) ?? null;
    const [first = '', ...inner] = path.split('>>>');
    const element = inner.reduce((host, part) => find(host?.shadowRoot, part), find(document, first));
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
      box: toBox(box),
      firstLine: toBox(lines[0] ?? box),
      lastLine: toBox(lines.at(-1) ?? box),
    };
  }, selector);
}
