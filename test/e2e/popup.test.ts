import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { pictureFailures } from './browsers/picture-failures.ts';
import type { TestBrowser } from './browsers/test-browser.ts';
import { clickElement, waitForElement, waitForText } from './browsers/use-element.ts';
import { waitFor } from './browsers/wait-for.ts';
import { browserNames, launchProduct, saveSettings, type Product } from './launch-product.ts';
import {
  chooseInPopup,
  clickInPopup,
  readPopup,
  translateInPopup,
  waitForNoPopup,
  waitForPopup,
  waitForPopupText,
  waitForPopupTranslation,
} from './use-popup.ts';

const target = '.language:not(.source-language)';

describe.each(browserNames)('%s', (name) => {
  let product: Product;

  beforeAll(async () => {
    product = await launchProduct(name, '--engine', 'bergamot');
  });

  afterAll(() => product.close());

  pictureFailures(() => product.browser);

  test('text typed into the popup is translated there', async () => {
    const { browser } = product;
    await browser.openPopup();

    await translateInPopup(browser, 'Good morning, my friends.');

    await waitForPopup(browser, 'complete');
    expect(await readPopup(browser, '.text')).toMatch(/bom dia/i);
    await browser.closePopup();
  });

  test('what is typed is translated as soon as typing pauses, and the languages can be swapped and that undone', async () => {
    const { browser } = product;
    await browser.openPopup();

    await browser.typeInPopup('Good morning, my friends. How are you today?');
    await waitForPopup(browser, 'complete');
    const translated = await readPopup(browser, '.text');
    expect(translated).toMatch(/bom dia.+hoje/is);
    expect(await readPopup(browser, '.source-language span')).toBe('English, detected');
    await browser.inPopup(({ document }) =>
      document.querySelector<HTMLElement>('[data-action="swap"]')?.focus(),
    );
    await clickInPopup(browser, 'swap');

    await waitForPopupText(browser, translated ?? '');
    await waitForPopupTranslation(browser, /good morning/i);
    await waitForPopup(browser, 'complete');
    expect(await readLanguages(browser)).toEqual(['Portuguese', 'English']);
    await browser.inPopup(({ document }) => document.querySelector('textarea')?.focus());
    await browser.pressKeyInPopup('Control+z');
    await waitForPopupText(browser, 'Good morning, my friends. How are you today?');
    await browser.closePopup();
    await browser.openPopup();
    await waitFor(
      'both languages to be there again',
      async () => (await readLanguages(browser))[0] === 'Portuguese',
    );
    await browser.closePopup();
    expect(await browser.inExtension(({ storage }) => storage.local.get('target'))).toEqual({ target: 'pt' });
    await browser.inExtension(({ storage }) => storage.session.clear());
  });

  test('the popup says at once who would translate, and when nobody would, what to do', async () => {
    const { browser, server } = product;
    await browser.openPopup();
    await waitFor('the engine', async () =>
      /built-in/.test((await readPopup(browser, '.server-line')) ?? ''),
    );
    await browser.closePopup();
    await saveSettings(browser, { server: '127.0.0.1:9' });
    await browser.openPopup();

    await waitFor('the trouble', async () =>
      /not running/.test((await readPopup(browser, '.server .failure-line')) ?? ''),
    );
    expect(await readPopup(browser, '.server .button')).toBe('Set up');
    await saveSettings(browser, { server: `127.0.0.1:${server.port}` });

    await waitFor('the engine', async () =>
      /built-in/.test((await readPopup(browser, '.server-line')) ?? ''),
    );
    await browser.closePopup();
  });

  test('text that is in the target language already goes into the second, and the popup says so', async () => {
    const { browser } = product;
    await browser.openPopup();

    await translateInPopup(browser, 'Bom dia, meus amigos. Hoje o tempo vai ficar muito bonito.');

    await waitForPopup(browser, 'complete');
    expect(await readPopup(browser, '.text')).toMatch(/good morning/i);
    expect(await readPopup(browser, '.redirection')).toMatch(/^Already in Portuguese, .+ in English/);
    expect(await readPopup(browser, '[aria-live]')).toMatch(/^Already in Portuguese/);
    expect(await readPopup(browser, `${target} span`)).toMatch(/^English/);
    await browser.closePopup();
  });

  test('a language that was chosen comes first in the next popup', async () => {
    const { browser } = product;
    await browser.openPopup();
    await waitFor('the languages', async () => (await readPopup(browser, '.language option')) !== undefined);

    await chooseInPopup(browser, `${target} select`, 'pt-BR');
    await waitFor('the language to be saved', () =>
      browser.inExtension(async (api) => {
        const { target } = await api.storage.local.get();
        return target === 'pt-BR';
      }),
    );
    await browser.closePopup();
    await browser.openPopup();

    await waitFor('the language to come first', async () =>
      /Brazil/.test((await readPopup(browser, `${target} optgroup option`)) ?? ''),
    );
    await browser.closePopup();
    await saveSettings(browser, { target: 'pt' });
  });

  test('what the options ask of a translation goes with it, and what the engine cannot follow is said', async () => {
    const { browser } = product;
    const options = await browser.openPage(`${browser.extensionOrigin}/extension/options/options.html`);
    await waitForText(options, '#engine', /Built-in models/);

    await clickElement(options, '#formality');
    await options.typeText('Formal');
    await options.pressKey('Enter');
    await waitForText(options, '.saved:not(:empty)', /Saved/);
    await options.close();
    await browser.openPopup();
    await translateInPopup(browser, 'Good morning, my friends.');

    await waitForPopup(browser, 'complete');
    expect(await readPopup(browser, '.note')).toContain('cannot follow your form of address');
    await browser.closePopup();
    await saveSettings(browser, { formality: 'default' });
  });

  test('translations are kept once that is switched on, are searched, deleted and brought back', async () => {
    const { browser } = product;
    const options = await browser.openPage(`${browser.extensionOrigin}/extension/options/options.html`);
    await waitForElement(options, '#keep-history');
    await options.inDocument((root) => {
      root.querySelector<HTMLElement>('#keep-history')?.click();
    });
    await waitFor('the choice to be saved', () =>
      browser.inExtension(
        async ({ storage }) => (await storage.local.get('keepHistory')).keepHistory === true,
      ),
    );
    await options.close();
    await browser.openPopup();
    await translateInPopup(browser, 'The ship is in the harbour.');
    await waitForPopup(browser, 'complete');
    await clickInPopup(browser, 'history');

    const page = await browser.waitForPage(`${browser.extensionOrigin}/extension/history/history.html`);
    // The new tab has not closed it in a Firefox that is driven by a program.
    await browser.inExtension(({ extension }) => {
      for (const popup of extension.getViews({ type: 'popup' })) popup.close();
    });
    await waitForNoPopup(browser);
    await waitForText(page, '.entry-text', /^The ship is in the harbour\.$/);
    await waitForText(page, '.entry-translation', /porto/);
    await clickElement(page, 'input[type="search"]');
    await page.typeText('train');
    await waitForText(page, '.tools [role="status"]', /Nothing was found/);
    await page.pressKey('Control+a');
    await page.typeText('harbour');
    await clickElement(page, '[data-action="clear"]');
    await waitForText(page, '.tools [role="status"]', /deleted/i);
    await waitFor('nothing to be kept', async () => (await countKept(browser)) === 0);
    await page.pressKey('Enter');

    await waitForText(page, '.entry-translation', /porto/);
    expect(await countKept(browser)).toBe(1);
    await page.close();
  });

  test('the popup leads to the options', async () => {
    const { browser } = product;
    await browser.openPopup();

    await clickInPopup(browser, 'options');

    const page = await browser.waitForPage(`${browser.extensionOrigin}/extension/options/options.html`);
    expect((await waitForElement(page, 'h1')).text).toBe('Options');
    await page.close();
  });
});

/** Of the text, and of its translation. */
async function readLanguages(browser: TestBrowser): Promise<(string | null | undefined)[]> {
  return [await readPopup(browser, '.source-language span'), await readPopup(browser, `${target} span`)];
}

/** Translations in the history. */
function countKept(browser: TestBrowser): Promise<number> {
  return browser.inExtension(async ({ storage }) => {
    const keys = Object.keys(await storage.local.get(null));
    return keys.filter((key) => key.startsWith('history:')).length;
  });
}
