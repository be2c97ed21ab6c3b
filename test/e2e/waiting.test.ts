import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startFakeOllama, type FakeOllama } from '../fakes/fake-ollama.ts';
import { pictureFailures } from './browsers/picture-failures.ts';
import type { TestPage } from './browsers/test-browser.ts';
import { waitFor } from './browsers/wait-for.ts';
import { createGatedModel, translatedPoem } from './gated-model.ts';
import { browserNames, launchProduct, saveSettings, type Product } from './launch-product.ts';
import { occupyModel } from './occupy-model.ts';
import {
  clickInOverlay,
  inspectOverlay,
  translateByMenu,
  waitForNoOverlay,
  waitForOverlay,
} from './use-overlay.ts';

describe.each(browserNames)('%s', (name) => {
  const model = createGatedModel();
  let ollama: FakeOllama;
  let product: Product;
  let page: TestPage;

  beforeAll(async () => {
    ollama = await startFakeOllama({ behaviour: model.behaviour });
    product = await launchProduct(name, '--engine', 'ollama', '--ollama-host', ollama.url, '--checks', 'off');
    page = await product.browser.openPage(product.pages.getUrl('lines'));
  });

  afterAll(async () => {
    await product.close();
    await ollama.close();
  });

  pictureFailures(() => product.browser);

  const readLine = async () => (await inspectOverlay(page, '.line'))?.text;

  async function waitForLine(line: string): Promise<void> {
    await waitFor(`the line “${line}”`, async () => (await readLine()) === line);
  }

  async function finish(): Promise<void> {
    model.goOn();
    expect(await waitForOverlay(page, 'complete')).toBe(translatedPoem);
    await clickInOverlay(page, 'close');
    await waitForNoOverlay(page);
  }

  /** What the extension knows of earlier waits. */
  function saveTimes(times: object): Promise<void> {
    return product.browser.inExtension((api, waitTimes) => api.storage.local.set({ waitTimes }), {
      [`127.0.0.1:${product.server.port} ollama qwen3:8b`]: times,
    });
  }

  test('how long the model took to load is kept, without any text, and said the next time', async () => {
    model.stopAt('first token');
    await translateByMenu(page);
    await waitForOverlay(page, 'loading');
    expect(await readLine()).toBe('Loading the model');
    await finish();
    const { waitTimes } = await product.browser.inExtension(({ storage }) => storage.local.get('waitTimes'));
    const [[kept, times] = []] = Object.entries(waitTimes as Record<string, object>);
    expect(kept).toBe(`127.0.0.1:${product.server.port} ollama qwen3:8b`);
    expect(times).toMatchObject({ loadMs: expect.any(Number) as number });
    expect(JSON.stringify(waitTimes)).not.toMatch(/rose|rosa/i);

    await saveTimes({ loadMs: 12_300, firstWordMs: [] });
    ollama.loaded.clear();
    model.stopAt('first token');
    await translateByMenu(page);

    await waitForLine('Loading the model (12 s last time)');
    expect((await inspectOverlay(page, '.visually-hidden[aria-live]'))?.text).toBe(
      'Loading the model (12 s last time)',
    );
    await finish();
  });

  test('after the second use it says when the first words usually come, and when that has passed', async () => {
    await saveTimes({ firstWordMs: [3000, 3100] });
    model.stopAt('first token');
    await translateByMenu(page);
    await waitForLine('First words usually after 3 s');
    await finish();

    await saveTimes({ firstWordMs: [10, 10] });
    model.stopAt('first token');
    await translateByMenu(page);
    await waitForLine('Taking longer than usual');
    await finish();
  });

  test('the place in line is said', async () => {
    model.stopAt('queued');
    await occupyModel(product.server, ollama);
    await translateByMenu(page);
    await waitForLine('Waiting in line, place 1');
    await finish();
  });

  test('the overlay is there before the server has said anything', async () => {
    const silent = createServer(() => undefined).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    await saveSettings(product.browser, { server: `127.0.0.1:${port}` });

    await translateByMenu(page);

    await waitForOverlay(page, 'waiting');
    expect(await readLine()).toBe('Starting');
    await clickInOverlay(page, 'close');
    silent.closeAllConnections();
    silent.close();
    await saveSettings(product.browser, { server: `127.0.0.1:${product.server.port}` });
  });
});
