import { setTimeout as delay } from 'node:timers/promises';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { startCuttingProxy, type CuttingProxy } from '../fakes/cutting-proxy.ts';
import { startFakeOllama, type FakeOllama } from '../fakes/fake-ollama.ts';
import { answers } from '../fakes/ollama-answers.ts';
import type { Behaviour } from '../fakes/ollama-exchange.ts';
import { pictureFailures } from './browsers/picture-failures.ts';
import type { TestPage } from './browsers/test-browser.ts';
import { createGatedModel, shownAt, translatedPoem } from './gated-model.ts';
import { launchFirefoxProduct, saveSettings, type Product } from './launch-product.ts';
import { translateByMenu, waitForOverlay } from './use-overlay.ts';

/** Between the signs of life that the background gives, every 20 s, and the browsers' own 30 s. */
const idleMs = 22_000;
const thinkingMs = 25_000;

const model = createGatedModel();
let ollama: FakeOllama;
let product: Product;
let proxy: CuttingProxy;
/** Its connection fell silent before the tests: what takes long goes on beside them. */
let stalledPage: TestPage;

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
  proxy = await startCuttingProxy(product.server.port);
  await saveSettings(product.browser, { server: `127.0.0.1:${proxy.port}` });
  stalledPage = await product.browser.openPage(product.pages.getUrl('lines'));
  await stallMidStream(stalledPage);
});

afterAll(async () => {
  await product.close();
  await proxy.close();
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

test('a connection that fell silent without an end, as when the computer slept, is made again', async () => {
  await stalledPage.bringToFront();

  expect(await waitForOverlay(stalledPage, 'complete')).toBe(translatedPoem);
  expect(model.countAsked()).toEqual([1, 1]);
});

async function stallMidStream(page: TestPage): Promise<void> {
  ollama.tell(model.behaviour);
  model.stopAt('mid-stream');
  await translateByMenu(page);
  await waitForOverlay(page, 'writing', shownAt['mid-stream']);
  proxy.stall();
  model.goOn();
}

function isSilentFor(silenceMs: number, then: Behaviour): Behaviour {
  return async (exchange) => {
    await delay(silenceMs, undefined, { signal: exchange.gone });
    await then(exchange);
  };
}
