import type { Page } from 'playwright-core';

/** For an overlay to come, or to be complete, on a machine that has other things to do. */
const patienceMs = 90_000;

/**
 * Runs in the page: resolves, on the clock of `Date`, at the second frame that the overlay, or the key that is no shortcut, is there. All else that the
 * page could see of the overlay is closed to it.
 */
const watchSource = `(() => {
  const now = () => performance.timeOrigin + performance.now();
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(now()))));
  window.overlayPainted = new Promise((resolve) => {
    const look = () => {
      if (document.querySelector('#dragoman-overlay:popover-open')) resolve(painted());
      else requestAnimationFrame(look);
    };
    look();
  });
  window.keyPainted = new Promise((resolve) => addEventListener('keydown', ({ code }) => {
    if (code === 'KeyK') resolve(painted());
  }));
})()`;

export async function watchPaint(page: Page): Promise<void> {
  await page.evaluate(watchSource);
}

/** When, after watchPaint, the overlay was painted, or the key. */
export function readPaint(page: Page, what: 'overlayPainted' | 'keyPainted'): Promise<number> {
  return page.evaluate<number>(`window.${what}`);
}

/** Until the overlay's translation is complete. */
export async function waitForTranslation(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const end = performance.now() + patienceMs;
  while ((await readOverlay(session)) !== 'complete') {
    if (performance.now() > end) throw new Error('The translation did not come to its end.');
    await page.waitForTimeout(50);
  }
  await session.detach();
}

type Session = Awaited<ReturnType<ReturnType<Page['context']>['newCDPSession']>>;

/** The state of what is shown; undefined without an overlay. The debugger sees into closed shadow roots. */
async function readOverlay(session: Session): Promise<string | undefined> {
  const { root } = await session.send('DOM.getDocument', { depth: 0 });
  const selector = '#dragoman-overlay';
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  if (nodeId === 0) return undefined;
  const { node } = await session.send('DOM.describeNode', { nodeId, pierce: true, depth: -1 });
  const view = node.shadowRoots?.[0]?.children?.[0]?.children?.[0];
  const attributes = view?.attributes ?? [];
  return attributes[attributes.indexOf('data-state') + 1];
}

export async function closeOverlay(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.waitForFunction(`!document.querySelector('#dragoman-overlay')`);
}
