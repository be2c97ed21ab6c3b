import type { TestPage } from '../browsers/test-browser.ts';
import { overlayHost } from '../use-overlay.ts';

/** What the Tab key has found out. */
export interface Walk {
  /** Controls that it has not come to. */
  missed: string[];
  /** Those that don't show that they have the focus. */
  unmarked: string[];
  /** How many it has come to. */
  reached: number;
}

/** Where the walk begins and what it is in. */
type Runner = <Result>(run: (root: Document | ShadowRoot) => Result) => Promise<Result>;

/** Goes through all controls of a page with the Tab key, from its top. */
export async function walkPage(page: TestPage): Promise<Walk> {
  await page.inDocument((root) => {
    const top = root.createElement('span');
    top.tabIndex = -1;
    root.body.prepend(top);
    top.focus();
  });
  return walk(page, (run) => page.inDocument(run));
}

/** The same in the overlay, which has the focus already. */
export function walkOverlay(page: TestPage): Promise<Walk> {
  return walk(page, async (run) => {
    const answer = await page.inShadowRoot(overlayHost, run);
    if (answer === undefined) throw new Error('There is no overlay');
    return answer;
  });
}

async function walk(page: TestPage, run: Runner): Promise<Walk> {
  const controls = await run(listControls);
  const visited = new Map<string, boolean>();
  for (let presses = 0; presses < controls.length + 2; presses += 1) {
    await page.pressKey('Tab');
    const { name, isMarked } = await run(readFocus);
    // Firefox marks nothing when the walk comes round through the browser's own bars.
    if (!visited.has(name)) visited.set(name, isMarked);
  }
  return {
    missed: controls.filter((name) => !visited.has(name)),
    unmarked: controls.filter((name) => visited.get(name) === false),
    reached: controls.filter((name) => visited.has(name)).length,
  };
}

/** Runs in the page: gives every control a name of its own. */
function listControls(root: Document | ShadowRoot): string[] {
  const all = root.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary');
  const usable = [...all].filter((one) => one.checkVisibility() && !one.matches(':disabled'));
  return usable.map((one, index) => {
    const name = one.ariaLabel ?? one.textContent.trim().slice(0, 30);
    one.dataset['walk'] = `${index} ${one.localName} ${name}`;
    return one.dataset['walk'];
  });
}

/** Runs in the page. The mark may be around what the control is a part of. */
function readFocus({ activeElement }: Document | ShadowRoot): { name: string; isMarked: boolean } {
  const focused = activeElement as HTMLElement | null;
  const around = [focused, focused?.parentElement, focused?.parentElement?.parentElement];
  const isMarked = around.some((one) => {
    if (!one) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) > 0;
  });
  return { name: focused?.dataset['walk'] ?? '', isMarked };
}
