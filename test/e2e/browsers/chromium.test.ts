import { afterAll, beforeAll, expect, test } from 'vitest';

import type { WorkerDeath } from './chromium-workers.ts';
import { launchChromium } from './chromium.ts';
import { startPageServer, type PageServer } from './page-server.ts';
import { readBirth, testSharedBehaviour } from './shared-behaviour.ts';
import type { TestPage } from './test-browser.ts';

let publicPages: PageServer;

beforeAll(async () => {
  publicPages = await startPageServer();
});

afterAll(() => publicPages.close());

const getLaunched = testSharedBehaviour('chromium', (extension) =>
  launchChromium(extension, { publicPorts: [publicPages.port] }),
);

test.each<WorkerDeath>(['stop-worker', 'stop-all-workers', 'close-target'])(
  'the service worker is dead after %s',
  async (death) => {
    const { browser } = getLaunched();
    const born = await readBirth(browser);

    await browser.killWorker(death);

    expect(await readBirth(browser)).toBeGreaterThan(born);
  },
);

test('only a page in the public address space is kept from this machine', async () => {
  const { browser, pages } = getLaunched();
  const local = await browser.openPage(pages.getUrl('article'));
  const open = await browser.openPage(publicPages.getUrl('article', 'public.test'));

  expect(await fetchHere(local, pages.port)).toBe('reached');
  expect(await fetchHere(open, pages.port)).toBe('refused');
});

function fetchHere(page: TestPage, port: number): Promise<string> {
  return page.evaluate(
    (address) =>
      fetch(address, { mode: 'no-cors' }).then(
        () => 'reached',
        () => 'refused',
      ),
    `http://127.0.0.1:${port}/article`,
  );
}
