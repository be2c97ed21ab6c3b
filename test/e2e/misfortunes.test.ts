import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { startFakeOllama, type FakeOllama } from '../fakes/fake-ollama.ts';
import { answers } from '../fakes/ollama-answers.ts';
import { diesHalfway, inTurn, repeatsForever } from '../fakes/ollama-misfortunes.ts';
import { pictureFailures } from './browsers/picture-failures.ts';
import { startDragoman, type RunningDragoman } from './browsers/start-dragoman.ts';
import type { TestPage } from './browsers/test-browser.ts';
import { browserNames, launchProduct, saveSettings, type Product } from './launch-product.ts';
import { clickInOverlay, inspectOverlay, translateByMenu, waitForOverlay } from './use-overlay.ts';

describe.each(browserNames)('%s', (name) => {
  let ollama: FakeOllama;
  let product: Product;
  let flags: string[];

  beforeAll(async () => {
    ollama = await startFakeOllama();
    // What the models of these tests say has little to do with the text.
    flags = ['--engine', 'ollama', '--ollama-host', ollama.url, '--checks', 'off'];
    product = await launchProduct(name, ...flags);
  });

  beforeEach(() => {
    ollama.tell(repeatsForever('lá ', 40));
  });

  afterAll(async () => {
    await product.close();
    await ollama.close();
  });

  pictureFailures(() => product.browser);

  async function openTranslating(): Promise<TestPage> {
    const page = await product.browser.openPage(product.pages.getUrl('article'));
    await translateByMenu(page);
    await waitForOverlay(page, 'writing', /lá lá/);
    return page;
  }

  async function expectRetryToWork(page: TestPage): Promise<void> {
    ollama.tell(answers(['Que dia bonito.']));
    await clickInOverlay(page, 'retry');
    expect(await waitForOverlay(page, 'complete')).toBe('Que dia bonito.');
  }

  const readFailure = async (page: TestPage) => (await inspectOverlay(page, '.failure'))?.text;

  test('a model server that dies halfway leaves a part that says so and can be tried again', async () => {
    ollama.tell(diesHalfway(['Que dia', ' tão']));
    const page = await product.browser.openPage(product.pages.getUrl('article'));

    await translateByMenu(page);

    expect(await waitForOverlay(page, 'incomplete')).toBe('Que dia tão');
    await expectRetryToWork(page);
    await page.close();
  });

  test('a model server that dies later leaves what is whole, and only the rest is asked for again', async () => {
    ollama.tell(inTurn(answers(['Rosas.']), diesHalfway(['O açúcar', ' é']), answers(['O açúcar é doce.'])));
    const page = await product.browser.openPage(product.pages.getUrl('lines'));

    await translateByMenu(page);

    expect(await waitForOverlay(page, 'incomplete')).toBe('Rosas.\n\nO açúcar é');
    await clickInOverlay(page, 'go-on');
    expect(await waitForOverlay(page, 'complete')).toBe('Rosas.\n\nO açúcar é doce.');
    await page.close();
  });

  test('a server that dies in mid-stream leaves a part; tried again, that goes on by itself once it is back', async () => {
    const server = await startServer();
    await saveSettings(product.browser, { server: `127.0.0.1:${server.port}` });
    const page = await openTranslating();

    await server.kill();

    expect(await waitForOverlay(page, 'reconnecting')).toMatch(/^lá lá/);
    expect(await waitForOverlay(page, 'failed')).toMatch(/^lá lá/);
    const advice = `Start it with “npm start” in its folder. It was looked for at 127.0.0.1:${server.port}.`;
    expect(await readFailure(page)).toContain(
      `The Dragoman server is not running.${advice} This is not the whole text.`,
    );

    await clickInOverlay(page, 'retry');

    expect(await waitForOverlay(page, 'blocked', /^$/)).toBe('');
    expect(await readFailure(page)).toContain(`The Dragoman server is not running.${advice}`);

    ollama.tell(answers(['Que dia bonito.']));
    const another = await startServer('--port', String(server.port));
    expect(await waitForOverlay(page, 'complete')).toBe('Que dia bonito.');
    await page.close();
    await another.stop();
    await server.stop();
    await saveSettings(product.browser, { server: `127.0.0.1:${product.server.port}` });
  });

  test('a translation that stays wrong is shown with one line that says so', async () => {
    const server = await startServer('--checks', 'on');
    await saveSettings(product.browser, { server: `127.0.0.1:${server.port}` });
    ollama.tell(answers(["I'm sorry, but I can't help with that."]));
    const page = await product.browser.openPage(product.pages.getUrl('article'));

    await translateByMenu(page);

    expect(await waitForOverlay(page, 'complete')).toBe("I'm sorry, but I can't help with that.");
    expect((await inspectOverlay(page, '.note'))?.text).toMatch(/answered instead of translating/);
    await page.close();
    await server.stop();
    await saveSettings(product.browser, { server: `127.0.0.1:${product.server.port}` });
  });

  function startServer(...more: string[]): Promise<RunningDragoman> {
    return startDragoman('--allow-origin', product.browser.extensionOrigin, ...flags, ...more);
  }
});
