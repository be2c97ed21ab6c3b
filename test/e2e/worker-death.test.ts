import { afterAll, beforeAll, expect, test } from 'vitest';

import { startFakeOllama, type FakeOllama } from '../fakes/fake-ollama.ts';
import type { ChromiumBrowser } from './browsers/chromium-browser.ts';
import type { WorkerDeath } from './browsers/chromium-workers.ts';
import { pictureFailures } from './browsers/picture-failures.ts';
import { createGatedModel, shownAt, translatedPoem } from './gated-model.ts';
import { launchChromiumProduct, type Product } from './launch-product.ts';
import { translateByMenu, waitForOverlay } from './use-overlay.ts';

const model = createGatedModel();
let ollama: FakeOllama;
let product: Product<ChromiumBrowser>;

beforeAll(async () => {
  ollama = await startFakeOllama({ behaviour: model.behaviour });
  product = await launchChromiumProduct(
    {},
    '--engine',
    'ollama',
    '--ollama-host',
    ollama.url,
    '--checks',
    'off',
  );
});

afterAll(async () => {
  await product.close();
  await ollama.close();
});

pictureFailures(() => product.browser);

test.each<WorkerDeath>(['stop-worker', 'stop-all-workers', 'close-target'])(
  'a service worker killed by %s in mid-stream is started anew and goes on where it was',
  async (death) => {
    model.stopAt('mid-stream');
    const page = await product.browser.openPage(product.pages.getUrl('lines'));
    await translateByMenu(page);
    await waitForOverlay(page, 'writing', shownAt['mid-stream']);

    await product.browser.killWorker(death);
    model.goOn();

    expect(await waitForOverlay(page, 'complete')).toBe(translatedPoem);
    expect(model.countAsked()).toEqual([1, 1]);
    await page.close();
  },
);
