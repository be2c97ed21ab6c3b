import type { Page } from 'playwright-core';
import { withBrowser } from '../browser/bench-browser.ts';
import { closeOverlay, waitForTranslation } from '../browser/watch-overlay.ts';
import { createSampleText } from '../sample-text.ts';
import type { Question } from './question.ts';

const overlays = 200;

/** Before they are counted: what only the first need for all is no leak. */
const firstOverlays = 5;

/** What do overlays leave behind in a page when they are closed? */
export const measureOverlayMemory: Question = async (bench) => {
  const reading = { text: createSampleText(200), model: 'flat-out' };
  const { before, after } = await withBrowser(bench, reading, async ({ page, display }) => {
    const openAndClose = async (times: number): Promise<Left> => {
      for (let turn = 0; turn < times; turn += 1) {
        await display.pressKeys('Alt+Shift+y');
        await waitForTranslation(page);
        await closeOverlay(page);
      }
      return countLeft(page);
    };
    return { before: await openAndClose(firstOverlays), after: await openAndClose(overlays) };
  });
  return {
    title: `Overlay: what is left in the page after ${overlays} were opened and closed`,
    columns: ['', 'before', 'after', 'more'],
    rows: [
      describe('elements and other nodes', before.nodes, after.nodes),
      describe('listeners', before.listeners, after.listeners),
      describe('kB of the scripts’ memory', before.heapBytes / 1000, after.heapBytes / 1000),
    ],
    verdict: `${((after.heapBytes - before.heapBytes) / overlays).toFixed(0)} bytes an overlay`,
  };
};

interface Left {
  nodes: number;
  listeners: number;
  heapBytes: number;
}

/** After its garbage has been collected. */
async function countLeft(page: Page): Promise<Left> {
  const session = await page.context().newCDPSession(page);
  for (let turn = 0; turn < 2; turn += 1) await session.send('HeapProfiler.collectGarbage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return { nodes, listeners: jsEventListeners, heapBytes: usedSize };
}

function describe(name: string, before: number, after: number): string[] {
  return [name, ...[before, after, after - before].map((number) => number.toFixed(0))];
}
