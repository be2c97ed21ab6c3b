import type { Page } from 'playwright-core';

/** What a page and the scripts in it hold on to. */
export interface PageCounters {
  /** Of all documents, attached or not. */
  nodes: number;
  listeners: number;
  heapBytes: number;
}

/** Counts what is left in a page after its garbage has been collected. */
export async function countInPage(page: Page): Promise<PageCounters> {
  const session = await page.context().newCDPSession(page);
  try {
    // What only the first leaves behind is gone after the second.
    for (let turn = 0; turn < 2; turn += 1) await session.send('HeapProfiler.collectGarbage');
    const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    return { nodes, listeners: jsEventListeners, heapBytes: usedSize };
  } finally {
    await session.detach();
  }
}
