import { afterAll, beforeAll, expect, test } from 'vitest';

import { startFakeOllama, type FakeOllama } from '../fakes/fake-ollama.ts';
import { answers } from '../fakes/ollama-answers.ts';
import { repeatsForever } from '../fakes/ollama-misfortunes.ts';
import type { ChromiumBrowser } from './browsers/chromium-browser.ts';
import type { WorkerDeath } from './browsers/chromium-workers.ts';
import { pictureFailures } from './browsers/picture-failures.ts';
import { launchChromiumProduct, type Product } from './launch-product.ts';
import { clickInOverlay, inspectOverlay, translateByMenu, waitForOverlay } from './use-overlay.ts';

let ollama: FakeOllama;
let product: Product<ChromiumBrowser>;

beforeAll(async () => {
  ollama = await startFakeOllama();
  product = await launchChromiumProduct({}, '--engine', 'ollama', '--ollama-host', ollama.url);
});

afterAll(async () => {
  await product.close();
  await ollama.close();
});

pictureFailures(() => product.browser);

test.each<WorkerDeath>(['stop-worker', 'stop-all-workers', 'close-target'])(
  'a service worker killed by %s in mid-stream leaves a part that says so and can be tried again',
  async (death) => {
    ollama.tell(repeatsForever('lá ', 40));
    const page = await product.browser.openPage(product.pages.getUrl('article'));
    await translateByMenu(page);
    await waitForOverlay(page, 'writing', /lá lá/);

    await product.browser.killWorker(death);

    expect(await waitForOverlay(page, 'failed')).toMatch(/^lá lá/);
    expect((await inspectOverlay(page, '.failure'))?.text).toMatch(/interrupted.+not the whole text/);

    ollama.tell(answers(['Que dia bonito.']));
    await clickInOverlay(page, 'retry');

    expect(await waitForOverlay(page, 'complete')).toBe('Que dia bonito.');
    await page.close();
  },
);
