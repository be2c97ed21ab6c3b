import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startFakeOllama, type FakeOllama } from '../fakes/fake-ollama.ts';
import { answers } from '../fakes/ollama-answers.ts';
import { pictureFailures } from './browsers/picture-failures.ts';
import type { TestPage } from './browsers/test-browser.ts';
import { clickElement, selectByMouse, waitForText } from './browsers/use-element.ts';
import { waitFor } from './browsers/wait-for.ts';
import { browserNames, launchProduct, type Product } from './launch-product.ts';
import { startEndlessPage } from './start-endless-page.ts';
import { clickInPopup, readPopup, waitForPopup, waitForPopupText } from './use-popup.ts';

describe.each(browserNames)('%s', (name) => {
  let ollama: FakeOllama;
  let product: Product;
  let page: TestPage;

  beforeAll(async () => {
    ollama = await startFakeOllama({ behaviour: answers(['Que dia bonito.']) });
    product = await launchProduct(name, '--engine', 'ollama', '--ollama-host', ollama.url, '--checks', 'off');
    page = await product.browser.openPage(product.pages.getUrl('article'));
  });

  afterAll(async () => {
    await product.close();
    await ollama.close();
  });

  pictureFailures(() => product.browser);

  /** As a reader does, whose browser then lets the extension read the page. */
  async function openByShortcut(): Promise<void> {
    await page.pressShortcut('Alt+Shift+U');
    await waitFor('the popup', () =>
      product.browser.inPopup(({ document }) => document.querySelector('textarea') !== null),
    );
  }

  test('opened by its shortcut, the popup takes what is selected in the page and translates it', async () => {
    const selected = await selectByMouse(page, '#text');

    await openByShortcut();

    await waitForPopupText(product.browser, selected.trim());
    await waitForPopup(product.browser, 'complete');
    expect(await readPopup(product.browser, '.text')).toBe('Que dia bonito.');
    await product.browser.closePopup();
  });

  test('it takes what is selected in a page that is still loading, too', async () => {
    const endless = await startEndlessPage();
    await page.evaluate((url) => {
      location.href = url;
    }, endless.url);
    await waitForText(page, '#text', /still to come/);
    const selected = await selectByMouse(page, '#text');

    await openByShortcut();

    await waitForPopupText(product.browser, selected.trim());
    expect(await page.evaluate(() => document.readyState)).toBe('loading');
    await product.browser.closePopup();
    await endless.close();
    await page.goTo(product.pages.getUrl('article'));
  });

  test('what was written there before can be brought back, in a later popup, too', async () => {
    const { browser } = product;
    await browser.inExtension(({ storage }) => storage.session.set({ draft: 'My own words.' }));
    const selected = await selectByMouse(page, '#text');
    await openByShortcut();
    await waitForPopupText(browser, selected.trim());
    await browser.closePopup();
    await openByShortcut();
    await waitForPopupText(browser, selected.trim());

    await clickInPopup(browser, 'bring-back');

    await waitForPopupText(browser, 'My own words.');
    await waitForPopup(browser, 'complete');
    expect(
      await browser.inPopup(
        ({ document }) => document.querySelector<HTMLElement>('[data-action="bring-back"]')?.hidden,
      ),
    ).toBe(true);
    await browser.closePopup();
  });

  test('nothing is taken of a password, nor on a site where nothing is wanted', async () => {
    const { browser, pages } = product;
    await browser.inExtension(({ storage }) =>
      storage.session.set({ draft: 'Mine.', taken: '', earlier: '' }),
    );
    await page.goTo(pages.getUrl('passwords'));
    await clickElement(page, '#password');
    await page.pressKey('Control+a');
    await openByShortcut();
    await waitForPopupText(browser, 'Mine.');
    await browser.closePopup();

    await page.goTo(pages.getUrl('article'));
    const host = new URL(pages.getUrl('article')).hostname;
    await browser.inExtension(
      ({ storage }, site) => storage.local.set({ siteRules: [{ host: site, rule: 'never' }] }),
      host,
    );
    await selectByMouse(page, '#text');
    await openByShortcut();
    await waitForPopupText(browser, 'Mine.');
    await browser.closePopup();
  });
});
