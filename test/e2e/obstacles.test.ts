import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startFakeOllama, type FakeOllama } from '../fakes/fake-ollama.ts';
import { pictureFailures } from './browsers/picture-failures.ts';
import { startDragoman, type RunningDragoman } from './browsers/start-dragoman.ts';
import type { TestPage } from './browsers/test-browser.ts';
import { browserNames, launchProduct, saveSettings, type Product } from './launch-product.ts';
import {
  clickInOverlay,
  inspectOverlay,
  translateByMenu,
  waitForNoOverlay,
  waitForOverlay,
} from './use-overlay.ts';
import { readPopup, translateInPopup, waitForPopup } from './use-popup.ts';

const translation = 'Olá, mundo!';

describe.each(browserNames)('%s', (name) => {
  const models = ['qwen3:8b'];
  let ollama: FakeOllama;
  let flags: string[];
  let product: Product;
  let page: TestPage;

  beforeAll(async () => {
    ollama = await startFakeOllama({ models });
    flags = ['--engine', 'ollama', '--ollama-host', ollama.url, '--checks', 'off'];
    product = await launchProduct(name, ...flags);
    page = await product.browser.openPage(product.pages.getUrl('article'));
  });

  afterAll(async () => {
    await product.close();
    await ollama.close();
  });

  pictureFailures(() => product.browser);

  const readFailure = async (part: string) => (await inspectOverlay(page, `.failure ${part}`))?.text;

  function startServer(...more: string[]): Promise<RunningDragoman> {
    return startDragoman('--allow-origin', product.browser.extensionOrigin, ...flags, ...more);
  }

  /** Where a server was and will be. */
  async function leaveServer(): Promise<string> {
    const { port, stop } = await startServer();
    await stop();
    await saveSettings(product.browser, { server: `127.0.0.1:${port}` });
    return String(port);
  }

  async function returnToServer(): Promise<void> {
    await saveSettings(product.browser, { server: `127.0.0.1:${product.server.port}` });
  }

  async function expectTranslation(): Promise<void> {
    expect(await waitForOverlay(page, 'complete')).toBe(translation);
    await clickInOverlay(page, 'close');
    await waitForNoOverlay(page);
  }

  test('without a server the overlay leads to the page that shows how to start it, and goes on by itself once it runs', async () => {
    const port = await leaveServer();
    await translateByMenu(page);
    await waitForOverlay(page, 'blocked');
    expect(await readFailure('.failure-line')).toBe('The Dragoman server is not running.');
    expect(await readFailure('.button')).toBe('Set up');

    await clickInOverlay(page, 'setup');
    const welcome = await product.browser.waitForPage(
      `${product.browser.extensionOrigin}/extension/welcome/welcome.html`,
    );
    await welcome.close();
    await page.bringToFront();
    const server = await startServer('--port', port);

    await expectTranslation();
    await returnToServer();
    await server.stop();
  });

  test('the popup goes on by itself as well', async () => {
    const { browser } = product;
    const port = await leaveServer();
    await browser.openPopup();
    await translateInPopup(browser, 'Hello, world!');
    await waitForPopup(browser, 'blocked');
    expect(await readPopup(browser, '.view .failure .button')).toBe('Set up');

    const server = await startServer('--port', port);

    await waitForPopup(browser, 'complete');
    expect(await readPopup(browser, '.text')).toBe(translation);
    await browser.closePopup();
    await returnToServer();
    await server.stop();
  });

  test('an address that is put right in the options is noticed at once', async () => {
    await saveSettings(product.browser, { server: '127.0.0.1:9' });
    await translateByMenu(page);
    await waitForOverlay(page, 'blocked');

    await returnToServer();

    await expectTranslation();
  });

  test('without its model the overlay says how to get it, and goes on by itself once it is there', async () => {
    models.pop();
    const server = await startServer();
    await saveSettings(product.browser, { server: `127.0.0.1:${server.port}` });
    await translateByMenu(page);
    await waitForOverlay(page, 'blocked');
    expect(await readFailure('.failure-advice')).toContain('ollama pull qwen3:8b');
    expect(await readFailure('.button')).toBe('Set up');

    models.push('qwen3:8b');

    await expectTranslation();
    await returnToServer();
    await server.stop();
  });

  test('an overlay that is closed asks the server no more', async () => {
    await leaveServer();
    await translateByMenu(page);
    await waitForOverlay(page, 'blocked');
    await clickInOverlay(page, 'close');
    await waitForNoOverlay(page);
    const before = ollama.requests.length;
    await returnToServer();
    await translateByMenu(page);
    await expectTranslation();
    expect(ollama.requests.slice(before).filter(({ path }) => path === '/api/chat')).toHaveLength(1);
  });

  test('after a restart of the background the menu still has its one item', async () => {
    await product.browser.killBackground();

    await translateByMenu(page);

    expect(await waitForOverlay(page, 'complete')).toBe(translation);
  });
});
