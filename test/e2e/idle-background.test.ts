import { setTimeout as delay } from 'node:timers/promises';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { startFakeOllama, type FakeOllama } from '../fakes/fake-ollama.ts';
import { answers } from '../fakes/ollama-answers.ts';
import type { Behaviour } from '../fakes/ollama-exchange.ts';
import { pictureFailures } from './browsers/picture-failures.ts';
import { launchFirefoxProduct, type Product } from './launch-product.ts';
import { translateByMenu, waitForOverlay } from './use-overlay.ts';

/** Between the signs of life that the background gives, every 20 s, and the browsers' own 30 s. */
const idleMs = 22_000;
const thinkingMs = 25_000;

let ollama: FakeOllama;
let product: Product;

// Only in Firefox: a debugger that is attached, as in the Chromium of these tests, keeps its service workers alive.
beforeAll(async () => {
  ollama = await startFakeOllama();
  const preferences = { 'extensions.background.idle.timeout': idleMs };
  product = await launchFirefoxProduct(
    { preferences },
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

test('the background outlives a model that is silent for longer than the browser waits', async () => {
  ollama.tell(isSilentFor(thinkingMs, answers(['Que dia bonito.'])));
  const page = await product.browser.openPage(product.pages.getUrl('article'));

  await translateByMenu(page);

  expect(await waitForOverlay(page, 'complete')).toBe('Que dia bonito.');
  await page.close();
});

function isSilentFor(silenceMs: number, then: Behaviour): Behaviour {
  return async (exchange) => {
    await delay(silenceMs, undefined, { signal: exchange.gone });
    await then(exchange);
  };
}
