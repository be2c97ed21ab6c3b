import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { startFakeOllama, type FakeOllama } from '../fakes/fake-ollama.ts';
import { answers } from '../fakes/ollama-answers.ts';
import { repeatsForever } from '../fakes/ollama-misfortunes.ts';
import type { ElementState } from './browsers/inspect-element.ts';
import { pictureFailures } from './browsers/picture-failures.ts';
import type { TestPage } from './browsers/test-browser.ts';
import { clickElement, getCentre, waitForElement, waitForText } from './browsers/use-element.ts';
import { waitFor } from './browsers/wait-for.ts';
import { browserNames, launchProduct, type Product } from './launch-product.ts';
import {
  clickInOverlay,
  countOverlays,
  overlaps,
  overlayHost,
  tabInOverlay,
  translateByMenu,
  waitForNoOverlay,
  waitForOverlay,
} from './use-overlay.ts';

/** The oldest stands first in the page. */
const first = overlayHost;
const second = `${overlayHost} ~ ${overlayHost}`;

const pin = `${first} >>> [data-action="pin"]`;
const text = 'O tempo está lindo.';
const title = 'Um passeio';

describe.each(browserNames)('%s', (name) => {
  let ollama: FakeOllama;
  let product: Product;
  let page: TestPage;

  beforeAll(async () => {
    ollama = await startFakeOllama();
    const flags = [
      '--engine',
      'ollama',
      '--ollama-host',
      ollama.url,
      '--checks',
      'off',
      '--concurrency',
      '2',
    ];
    product = await launchProduct(name, ...flags);
    page = await product.browser.openPage(product.pages.getUrl('article'));
  });

  beforeEach(() => {
    ollama.tell(
      answers(({ messages = [] }) => [messages.at(-1)?.content.includes('weather') ? text : title]),
    );
  });

  afterAll(async () => {
    await product.close();
    await ollama.close();
  });

  pictureFailures(() => product.browser);

  /** The first is pinned and tells the text, the second is not and tells the title. */
  const openTwo = async (pageName = 'article') => {
    await page.goTo(product.pages.getUrl(pageName));
    await translateByMenu(page);
    await waitForOverlay(page, 'complete');
    await clickInOverlay(page, 'pin');
    await translateByMenu(page, 'h1');
    await waitForTranslation(second, title);
  };

  const waitForOne = () => waitFor('one to be left', async () => (await countOverlays(page)) === 1);

  const waitForTranslation = (host: string, translation: string) =>
    waitForText(page, `${host} >>> .text`, new RegExp(`^${translation}$`));

  /** The first goes on. */
  const waitForMore = (before: ElementState) =>
    waitFor('more text', async () => {
      const now = await waitForElement(page, `${first} >>> .text`);
      return now.text.length > before.text.length;
    });

  test('a pinned one stays beside the next, and the one that is not makes way', async () => {
    await page.goTo(product.pages.getUrl('article'));
    await translateByMenu(page);
    await waitForOverlay(page, 'complete');
    const before = await waitForElement(page, first);
    expect((await waitForElement(page, pin)).attributes['aria-pressed']).toBe('false');

    await clickInOverlay(page, 'pin');
    await translateByMenu(page, 'h1');

    await waitForTranslation(second, title);
    await waitForTranslation(first, text);
    expect((await waitForElement(page, first)).box).toEqual(before.box);
    expect(overlaps(before.box, (await waitForElement(page, second)).box)).toBe(false);
    expect((await waitForElement(page, `${first} >>> [data-action="pin"]`)).attributes['aria-pressed']).toBe(
      'true',
    );

    ollama.tell(answers(['Outro passeio']));
    await translateByMenu(page, 'h1');

    await waitForTranslation(second, 'Outro passeio');
    expect(await countOverlays(page)).toBe(2);
  });

  test('Escape closes the one that is not pinned, then is the page’s own; in a pinned one it closes that', async () => {
    await openTwo();
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(globalThis, { heard });
      addEventListener('keydown', ({ key }) => heard.push(key));
    });
    await clickElement(page, 'h1');
    expect(await countOverlays(page)).toBe(2);

    await page.pressKey('Escape');
    await waitForOne();
    expect(await readKeys(page)).toEqual([]);

    await page.pressKey('Escape');
    expect(await readKeys(page)).toEqual(['Escape']);
    expect(await countOverlays(page)).toBe(1);
    await waitForTranslation(first, text);

    await clickElement(page, `${first} >>> .text`);
    await page.pressKey('Escape');
    await waitForNoOverlay(page);
  });

  test('a pinned one with the focus closes before the newer one', async () => {
    await openTwo();
    await clickElement(page, `${first} >>> .text`);

    await page.pressKey('Escape');

    await waitForTranslation(first, title);
    expect(await countOverlays(page)).toBe(1);
    await clickInOverlay(page, 'close');
    await waitForNoOverlay(page);
  });

  test('one that is not pinned any more makes way again', async () => {
    await openTwo();
    await clickElement(page, pin);

    await translateByMenu(page, 'h1');

    await waitForOne();
    await waitForTranslation(first, title);
  });

  test('both go on with their own translation at the same time', async () => {
    ollama.tell(repeatsForever('lá ', 40));
    await page.goTo(product.pages.getUrl('article'));
    await translateByMenu(page);
    await waitForOverlay(page, 'writing', /lá/);
    await clickInOverlay(page, 'pin');
    await translateByMenu(page, 'h1');
    await waitForText(page, `${second} >>> .text`, /lá/);

    const early = await waitForElement(page, `${first} >>> .text`);
    await waitForMore(early);
    await clickElement(page, `${second} >>> [data-action="close"]`);
    await waitForOne();
    const left = await waitForElement(page, `${first} >>> .text`);
    await waitForMore(left);
    await clickInOverlay(page, 'close');
    await waitForNoOverlay(page);
  });

  test('by keyboard each is pinned and closed, and the focus goes back to where it was', async () => {
    const getFocused = () => page.evaluate(() => document.activeElement?.id);
    const openByKeyboard = async (field: string, host: string) => {
      await clickElement(page, field);
      await page.pressKey('Control+a');
      await page.pressShortcut('Alt+Shift+Y');
      await waitForTranslation(host, text);
      await waitFor('the focus', async () => (await getFocused()) === 'dragoman-overlay');
    };
    await page.goTo(product.pages.getUrl('fields'));
    await openByKeyboard('#textarea', first);
    await tabInOverlay(page, 'pin');
    await page.pressKey('Enter');
    await openByKeyboard('#input', second);

    await page.pressKey('Escape');
    await waitForOne();
    expect(await getFocused()).toBe('input');

    await clickElement(page, `${first} >>> .text`);
    await page.pressKey('Escape');
    await waitForNoOverlay(page);
    expect(await getFocused()).toBe('textarea');
  });

  test('a dialog that opens later buries neither', async () => {
    await openTwo('late-dialog');

    await page.evaluate(() => {
      document.querySelector('dialog')?.showModal();
    });
    await page.clickMouse(getCentre((await waitForElement(page, second)).box));
    await page.clickMouse(getCentre((await waitForElement(page, first)).box));
    await waitFor('both to be in the dialog', () =>
      page.evaluate((host) => document.querySelectorAll(`dialog ${host}`).length === 2, overlayHost),
    );

    await clickElement(page, `${second} >>> [data-action="close"]`);
    await waitForOne();
    await clickInOverlay(page, 'close');
    await waitForNoOverlay(page);
  });

  test('a page that draws itself anew keeps both', async () => {
    await openTwo();

    await page.evaluate((host) => {
      for (const element of document.querySelectorAll(host)) element.remove();
    }, overlayHost);

    await waitFor('both to be back', async () => (await countOverlays(page)) === 2);
    await waitForTranslation(first, text);
    await waitForTranslation(second, title);
  });

  test('what an earlier version of the extension has left on a page goes, pinned or not', async () => {
    await openTwo();

    await product.browser.reloadExtension();
    await translateByMenu(page, 'h1');

    await waitForTranslation(first, title);
    expect(await countOverlays(page)).toBe(1);
  });
});

function readKeys(page: TestPage): Promise<string[]> {
  return page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
}
