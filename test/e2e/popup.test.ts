import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { pictureFailures } from './browsers/picture-failures.ts';
import { clickElement, waitForElement, waitForText } from './browsers/use-element.ts';
import { waitFor } from './browsers/wait-for.ts';
import { browserNames, launchProduct, saveSettings, type Product } from './launch-product.ts';
import { clickInPopup, readPopup, translateInPopup, waitForPopup } from './use-popup.ts';

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

  test('text that is in the target language already goes into the second, and the popup says so', async () => {
    const { browser } = product;
    await browser.openPopup();

    await translateInPopup(browser, 'Bom dia, meus amigos. Hoje o tempo vai ficar muito bonito.');

    await waitForPopup(browser, 'complete');
    expect(await readPopup(browser, '.text')).toMatch(/good morning/i);
    expect(await readPopup(browser, '.redirection')).toMatch(/^Already in Portuguese, .+ in English/);
    expect(await readPopup(browser, '.visually-hidden')).toMatch(/^Already in Portuguese/);
    expect(await readPopup(browser, '.language span')).toMatch(/^English/);
    await browser.closePopup();
  });

  test('a language that was chosen comes first in the next popup', async () => {
    const { browser } = product;
    await browser.openPopup();
    await waitFor('the languages', async () => (await readPopup(browser, '.language option')) !== undefined);

    await browser.inPopup(({ document, Event }) => {
      const select = document.querySelector('select');
      if (select) select.value = 'pt-BR';
      select?.dispatchEvent(new Event('change'));
    });
    await waitFor('the language to be saved', () =>
      browser.inExtension(async (api) => {
        const { target } = await api.storage.local.get();
        return target === 'pt-BR';
      }),
    );
    await browser.closePopup();
    await browser.openPopup();

    await waitFor('the language to come first', async () =>
      /Brazil/.test((await readPopup(browser, 'optgroup option')) ?? ''),
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

  test('the popup leads to the options', async () => {
    const { browser } = product;
    await browser.openPopup();

    await clickInPopup(browser, 'options');

    const page = await browser.waitForPage(`${browser.extensionOrigin}/extension/options/options.html`);
    expect((await waitForElement(page, 'h1')).text).toBe('Options');
    await page.close();
  });
});
