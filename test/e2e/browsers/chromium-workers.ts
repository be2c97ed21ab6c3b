import type { CDPSession, Page } from 'playwright-core';

import { waitFor } from './wait-for.ts';

/** The ways a service worker can be killed from outside; to the extension they look alike. */
export type WorkerDeath = 'stop-worker' | 'stop-all-workers' | 'close-target';

/** Kills the service worker of that origin, told through a page of it; resolves when it was dead: it may run again by then. */
export async function killServiceWorker(page: Page, origin: string, death: WorkerDeath): Promise<void> {
  const session = await page.context().newCDPSession(page);
  try {
    const worker = await watchWorker(session, origin);
    await waitFor('a running service worker', () => worker.statuses.at(-1) === 'running');
    await killWays[death](session, worker);
    await waitFor('the service worker to die', () => worker.statuses.includes('stopped'));
  } finally {
    await session.detach();
  }
}

interface WatchedWorker {
  origin: string;
  versionId: string;
  /** Oldest first. */
  statuses: string[];
}

async function watchWorker(session: CDPSession, origin: string): Promise<WatchedWorker> {
  const worker: WatchedWorker = { origin, versionId: '', statuses: [] };
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const { versionId, scriptURL, runningStatus } of versions) {
      if (!scriptURL.startsWith(origin)) continue;
      worker.versionId = versionId;
      worker.statuses.push(runningStatus);
    }
  });
  await session.send('ServiceWorker.enable');
  return worker;
}

const killWays: Record<WorkerDeath, (session: CDPSession, worker: WatchedWorker) => Promise<void>> = {
  'stop-worker': (session, { versionId }) =>
    session.send('ServiceWorker.stopWorker', { versionId }).then(() => undefined),
  'stop-all-workers': (session) => session.send('ServiceWorker.stopAllWorkers').then(() => undefined),
  'close-target': async (session, { origin }) => {
    const { targetInfos } = await session.send('Target.getTargets');
    const target = targetInfos.find(({ type, url }) => type === 'service_worker' && url.startsWith(origin));
    await session.send('Target.closeTarget', { targetId: target?.targetId ?? '' });
  },
};
