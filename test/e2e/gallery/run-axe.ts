import axe from 'axe-core';

import type { TestPage } from '../browsers/test-browser.ts';
import { overlayHost } from '../use-overlay.ts';

/** The few words of axe that are used in pages. */
interface Axe {
  run: (context: unknown, options: object) => Promise<Pick<axe.AxeResults, 'violations' | 'incomplete'>>;
}

/** Pages take scripts by their source; theirs alone would be refused by the extension's policy. */
const loadAxe = Object.assign(() => undefined, { toString: () => `() => { ${axe.source} }` });

/** What axe has to say against the page; a line each. */
export async function runAxe(page: TestPage): Promise<string[]> {
  await page.evaluate(loadAxe);
  return page.evaluate(judge, { copies: '' });
}

/** The same for the overlays alone: what they stand on is the page's own affair. */
export async function runAxeInOverlay(page: TestPage): Promise<string[]> {
  await page.evaluate(loadAxe);
  for (const host of [overlayHost, `${overlayHost} ~ ${overlayHost}`])
    await page.inShadowRoot(host, copyToBody);
  return page.evaluate(judge, { copies: '.copy-of-overlay' });
}

/** Runs in the page. Axe looks neither into closed shadow roots nor for colours beside the body. */
function copyToBody(root: ShadowRoot): void {
  const copy = root.host.cloneNode() as HTMLElement;
  const copyRoot = copy.attachShadow({ mode: 'open' });
  copy.className = 'copy-of-overlay';
  copyRoot.adoptedStyleSheets = root.adoptedStyleSheets.map(({ cssRules }) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(Array.from(cssRules, ({ cssText }) => cssText).join('\n'));
    return sheet;
  });
  copyRoot.append(...Array.from(root.childNodes, (child) => child.cloneNode(true)));
  document.body.append(copy);
  copy.showPopover();
}

/** Runs in the page. Everything that axe knows, its advice too; and that it can't tell colours apart, which it else says of all that it can't see. */
async function judge({ copies }: { copies: string }): Promise<string[]> {
  const include = copies === '' ? [] : [...document.querySelectorAll(copies)];
  const { run } = (globalThis as unknown as { axe: Axe }).axe;
  const results = await run(copies === '' ? document : { include }, { iframes: false });
  for (const copy of include) copy.remove();
  const unsure = results.incomplete.filter(({ id }) => id === 'color-contrast');
  return [...results.violations, ...unsure].flatMap(({ id, help, nodes }) =>
    nodes
      // An arrow is no text.
      .filter(({ failureSummary = '' }) => !failureSummary.includes('only non-text characters'))
      .map(({ html, failureSummary }) => `${id}: ${help}: ${html}: ${failureSummary ?? ''}`),
  );
}
