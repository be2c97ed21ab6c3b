import { afterAll, beforeAll, expect, test } from 'vitest';
import { startFakeOllama } from '../fakes/fake-ollama.ts';
import { diesHalfway, repeatsForever } from '../fakes/ollama-misfortunes.ts';
import { findBuiltExtension } from './browsers/built-extension.ts';
import { launchChromium } from './browsers/chromium.ts';
import { pictureFailures } from './browsers/picture-failures.ts';
import { startDragoman } from './browsers/start-dragoman.ts';
import type { TestBrowser, TestPage } from './browsers/test-browser.ts';
import { clickElement, waitForText } from './browsers/use-element.ts';
import { waitFor } from './browsers/wait-for.ts';

let browser: TestBrowser;

beforeAll(async () => {
  browser = await launchChromium(findBuiltExtension('chromium'));
});

afterAll(async () => {
  await browser.close();
});

pictureFailures(() => browser);

test('a text typed on /translate is translated by the embedded model', async () => {
  const server = await startDragoman();
  const page = await browser.openPage(server.url);

  await translate(page, 'How are you today?');

  expect(await waitForText(page, '#output', /\?/)).toBe('Como você está hoje?');
  await waitForText(page, '#status', /Translated/);
  await page.close();
  await server.stop();
});

test('a running translation on /translate stops, and the model with it', async () => {
  const ollama = await startFakeOllama({ behaviour: repeatsForever('palavra ', 30) });
  const server = await startDragoman('--ollama-host', ollama.url, '--engine', 'ollama');
  const page = await browser.openPage(`${server.url}/translate`);
  await translate(page, 'Word');
  await waitForText(page, '#output', /palavra/);

  await clickElement(page, '#stop');

  await waitForText(page, '#status', /Stopped\. This is not the whole text\./);
  const chat = await ollama.received('/api/chat');
  await chat.over;
  expect(chat.clientGone).toBe(true);
  await page.close();
  await server.stop();
  await ollama.close();
});

test('a translation that breaks off on /translate is no success, and can be tried again', async () => {
  const ollama = await startFakeOllama({ behaviour: diesHalfway(['Meia ', 'palavra']) });
  const server = await startDragoman('--ollama-host', ollama.url, '--engine', 'ollama');
  const page = await browser.openPage(`${server.url}/translate`);

  await translate(page, 'Half a word');

  await waitForText(page, '#failure-line', /./);
  expect(await getState(page)).toBe('incomplete');
  expect(await waitForText(page, '#output', /./)).toBe('Meia palavra');
  expect(await page.evaluate(() => document.querySelector<HTMLElement>('#retry')?.hidden)).toBe(false);
  await page.close();
  await server.stop();
  await ollama.close();
});

test('with a token set, /translate asks for it and then works', async () => {
  const server = await startDragoman('--token', 'open-sesame');
  const page = await browser.openPage(`${server.url}/translate`);
  await waitForText(page, '#token-line', /token/);

  await clickElement(page, '#token');
  await page.typeText('open-sesame');
  await page.pressKey('Enter');
  await translate(page, 'How are you today?');

  expect(await waitForText(page, '#output', /\?/)).toBe('Como você está hoje?');
  await page.close();
  await server.stop();
});

test('/docs shows the routes without anything from elsewhere', async () => {
  const server = await startDragoman();
  const page = await browser.openPage(`${server.url}/docs`);

  await waitForText(page, '#docs', /\/v1\/translate/);

  const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  expect(loaded.length).toBeGreaterThan(1);
  expect(loaded.filter((address) => !address.startsWith(server.url) && !address.startsWith('data:'))).toEqual(
    [],
  );
  await page.close();
  await server.stop();
});

/** Types the text and presses the button, as soon as the languages are there. */
async function translate(page: TestPage, text: string): Promise<void> {
  await clickElement(page, '#text');
  await page.typeText(text);
  await waitFor('the button to wake', () =>
    page.evaluate(() => document.querySelector<HTMLButtonElement>('#translate')?.disabled === false),
  );
  await page.evaluate(() => {
    const target = document.querySelector<HTMLSelectElement>('#target');
    if (target) target.value = 'pt';
  });
  await clickElement(page, '#translate');
}

function getState(page: TestPage): Promise<string | undefined> {
  return page.evaluate(() => document.querySelector<HTMLElement>('#result')?.dataset.state);
}
