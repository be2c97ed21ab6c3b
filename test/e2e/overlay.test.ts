import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { startFakeOllama, type FakeOllama } from '../fakes/fake-ollama.ts';
import { answers } from '../fakes/ollama-answers.ts';
import { repeatsForever } from '../fakes/ollama-misfortunes.ts';
import { pictureFailures } from './browsers/picture-failures.ts';
import { clickElement, selectByMouse, selectByRange, waitForText } from './browsers/use-element.ts';
import { waitFor } from './browsers/wait-for.ts';
import { browserNames, launchProduct, saveSettings, type Product } from './launch-product.ts';
import {
  clickInOverlay,
  overlayHost,
  translateByMenu,
  waitForOverlay,
  waitForNoOverlay,
} from './use-overlay.ts';

describe.each(browserNames)('%s', (name) => {
  let ollama: FakeOllama;
  let product: Product;

  beforeAll(async () => {
    ollama = await startFakeOllama();
    product = await launchProduct(name, '--engine', 'ollama', '--ollama-host', ollama.url);
  });

  beforeEach(() => {
    ollama.tell(answers(['Que dia', ' tão', ' bonito.']));
  });

  afterAll(async () => {
    await product.close();
    await ollama.close();
  });

  pictureFailures(() => product.browser);

  const openArticle = () => product.browser.openPage(product.pages.getUrl('article'));

  test('the text streams in while the model writes', async () => {
    ollama.tell(repeatsForever('lá ', 40));
    const page = await openArticle();

    await translateByMenu(page);

    const early = await waitForOverlay(page, 'writing', /lá/);
    expect((await waitForOverlay(page, 'writing', /(?:lá ){20}/)).length).toBeGreaterThan(early.length);
    await page.close();
  });

  test('stop stops the model and keeps what is there; another try translates it whole', async () => {
    ollama.tell(repeatsForever('lá ', 40));
    const page = await openArticle();
    await translateByMenu(page);
    await waitForOverlay(page, 'writing', /lá/);

    await clickInOverlay(page, 'stop');

    expect(await waitForOverlay(page, 'stopped')).toMatch(/^lá/);
    const request = await ollama.received('/api/chat');
    await request.over;
    expect(request.clientGone).toBe(true);

    ollama.tell(answers(['Que dia', ' tão', ' bonito.']));
    await clickInOverlay(page, 'retry');

    expect(await waitForOverlay(page, 'complete')).toBe('Que dia tão bonito.');
    await page.close();
  });

  test('a closed page stops the model', async () => {
    ollama.tell(repeatsForever('lá ', 40));
    const page = await openArticle();
    await translateByMenu(page);
    await waitForOverlay(page, 'writing', /lá/);
    const request = await ollama.received('/api/chat');

    await page.close();
    await request.over;

    expect(request.clientGone).toBe(true);
  });

  test('line breaks are asked for and shown where they are', async () => {
    ollama.tell(answers(['Linha um\nLinha dois']));
    const page = await product.browser.openPage(product.pages.getUrl('lines'));

    await translateByMenu(page);

    expect(await waitForOverlay(page, 'complete')).toBe('Linha um\nLinha dois\n\nLinha um\nLinha dois');
    const asked = ollama.requests.map(({ body }) => body?.messages?.at(-1)?.content);
    expect(asked).toContainEqual(expect.stringContaining('Roses are red\nViolets are blue\n'));
    await page.close();
  });

  test('a second translation takes the place of the first', async () => {
    ollama.tell(repeatsForever('lá ', 40));
    const page = await openArticle();
    await translateByMenu(page);
    await waitForOverlay(page, 'writing', /lá/);
    const first = await ollama.received('/api/chat');

    ollama.tell(answers(['Um passeio']));
    await translateByMenu(page, 'h1');

    expect(await waitForOverlay(page, 'complete')).toBe('Um passeio');
    expect(await page.evaluate(() => document.querySelectorAll('#dragoman-overlay').length)).toBe(1);
    await first.over;
    expect(first.clientGone).toBe(true);
    await page.close();
  });

  test('the keyboard opens it, Escape closes it, and the focus is where it was', async () => {
    const page = await product.browser.openPage(product.pages.getUrl('fields'));
    const getFocused = () => page.evaluate(() => document.activeElement?.id);
    await clickElement(page, '#textarea');
    await page.pressKey('Control+a');

    await page.pressShortcut('Alt+Shift+Y');

    expect(await waitForOverlay(page, 'complete')).toBe('Que dia tão bonito.');
    expect(await getFocused()).toBe('dragoman-overlay');

    await page.pressKey('Escape');

    await waitForNoOverlay(page);
    expect(await getFocused()).toBe('textarea');
    await page.close();
  });

  // The steps of the two then wait for their turns in the page, where they can mix in any order.
  test('asked for twice while the page is busy, it is there in the end', async () => {
    const page = await openArticle();
    await selectByMouse(page, '#text');
    await page.evaluate(() => {
      const end = performance.now() + 3000;
      const work = () => {
        const pause = performance.now() + 100;
        while (performance.now() < pause);
        if (pause < end) setTimeout(work);
      };
      work();
    });

    await page.pressShortcut('Alt+Shift+Y');
    await page.pressShortcut('Alt+Shift+Y');

    expect(await waitForOverlay(page, 'complete')).toBe('Que dia tão bonito.');
    await page.close();
  });

  test.each([
    ['a page', 'fields', 'page.test'],
    ['a page that takes the copy command over', 'copy-guard', '127.0.0.1'],
  ] as const)('copy puts the translation on the clipboard on %s', async (_what, pageName, host) => {
    const page = await product.browser.openPage(product.pages.getUrl(pageName, host));
    await translateByMenu(page);
    await waitForOverlay(page, 'complete');

    await clickInOverlay(page, 'copy');
    await waitForText(page, `${overlayHost} >>> .visually-hidden`, /Copied/);
    await page.pressKey('Escape');
    await waitForNoOverlay(page);
    await clickElement(page, '#textarea');
    await page.pressKey('Control+a');
    await page.pressKey('Control+v');

    await waitFor('the pasted text', () =>
      page.evaluate(() => document.querySelector('textarea')?.value === 'Que dia tão bonito.'),
    );
    await page.close();
  });

  test('where a page without https takes the copy command over, it says so', async () => {
    const page = await product.browser.openPage(product.pages.getUrl('copy-guard'));
    await translateByMenu(page);
    await waitForOverlay(page, 'complete');

    await clickInOverlay(page, 'copy');

    const said = await waitForText(page, `${overlayHost} >>> .visually-hidden`, /does not let/);
    expect(said).not.toContain('Copied');
    await page.close();
  });

  test('another target language translates anew and is remembered', async () => {
    const page = await openArticle();
    await translateByMenu(page);
    await waitForOverlay(page, 'complete');

    ollama.tell(answers(['Quelle belle journée.']));
    await clickElement(page, `${overlayHost} >>> .target-language select`);
    await page.typeText('French');
    await page.pressKey('Enter');

    expect(await waitForOverlay(page, 'complete', /Quelle/)).toBe('Quelle belle journée.');
    expect((await ollama.received('/api/chat')).body?.messages?.at(-1)?.content).toContain('French');
    expect(await product.browser.inExtension((api) => api.storage.local.get('target'))).toEqual({
      target: 'fr',
    });
    await saveSettings(product.browser, { target: 'pt' });
    await page.close();
  });

  test('its button closes it', async () => {
    const page = await openArticle();
    await translateByMenu(page);
    await waitForOverlay(page, 'complete');

    await clickInOverlay(page, 'close');

    await waitForNoOverlay(page);
    await page.close();
  });

  test('its buttons and Escape work where the page keeps keys and clicks for itself', async () => {
    const page = await product.browser.openPage(product.pages.getUrl('swallowing'));
    await selectByRange(page, '#text');
    await page.pressShortcut('Alt+Shift+Y');
    await waitForOverlay(page, 'complete');

    ollama.tell(answers(['Que belo dia.']));
    await clickInOverlay(page, 'retry');

    expect(await waitForOverlay(page, 'complete', /belo/)).toBe('Que belo dia.');
    await page.pressKey('Escape');
    await waitForNoOverlay(page);
    await page.close();
  });
});
