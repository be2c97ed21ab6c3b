import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { pictureFailures } from './browsers/picture-failures.ts';
import type { TestPage } from './browsers/test-browser.ts';
import { clickElement, waitForElement, waitForText } from './browsers/use-element.ts';
import { waitFor } from './browsers/wait-for.ts';
import { browserNames, launchProduct, type Product } from './launch-product.ts';
import { clickOption, giveFile, openOptions, takeFile, waitForStored } from './use-options.ts';

const said = '#backup-said';
const glossary = [{ source: 'bank', target: 'banco' }];
const entry = { id: 'a', at: 1, source: 'en', target: 'pt', text: 'Hello', translation: 'Olá' };
const kept = {
  ...{ target: 'pt', token: 'a token', instructions: 'Be brief.', glossary },
  ...{ siteRules: [{ host: 'example.org', rule: 'never' }], iconAtSelection: true, 'history:a': entry },
};

describe.each(browserNames)('%s', (name) => {
  let product: Product;
  let page: TestPage;

  beforeAll(async () => {
    product = await launchProduct(name, '--engine', 'bergamot');
  });

  beforeEach(async () => {
    await product.browser.inExtension(async (api, stored) => {
      await api.storage.local.clear();
      await api.storage.local.set(stored);
    }, kept);
    page = await openOptions(product.browser);
    return () => page.close();
  });

  afterAll(() => product.close());

  pictureFailures(() => product.browser);

  test('history that cannot be saved to a file is no silent loss', async () => {
    const url = `${product.browser.extensionOrigin}/extension/history/history.html`;
    const history = await product.browser.openPage(url);
    await waitForText(history, '.entries', /Hello/);
    await history.evaluate(() => {
      URL.createObjectURL = () => {
        throw new Error('There is no memory left');
      };
    });

    await clickElement(history, '[data-action="anki"]');

    await waitForText(history, '[data-action="anki"] ~ [role="status"]', /could not be saved/);
    await history.close();
  });

  test('everything goes into a file and comes back, secrets only where that is ticked', async () => {
    const plain = await takeFile(page, '[data-action="export-backup"]');
    expect(plain).toContain('Be brief.');
    expect(plain).not.toMatch(/a token|Hello/);
    await clickOption(page, '#with-history');
    await clickOption(page, '#with-token');
    const whole = await takeFile(page, '[data-action="export-backup"]');
    await product.browser.inExtension((api) => api.storage.local.clear());

    await giveFile(page, 'import-backup', whole);

    await waitForText(page, said, /^The backup was imported\. What watches your selections is off/);
    expect(await readStored()).toMatchObject({ ...kept, iconAtSelection: false });
    expect(
      await page.inDocument((root) => root.querySelector<HTMLTextAreaElement>('#instructions')?.value),
    ).toBe('Be brief.');
    expect(
      await page.inDocument((root) => root.querySelector<HTMLInputElement>('#glossary tbody input')?.value),
    ).toBe('bank');
  });

  test.each([
    ['no backup', 'a,b', /is no backup of Dragoman/],
    [
      'one of a newer version',
      '{"format":"dragoman-backup","version":99,"settings":{}}',
      /made by a newer version/,
    ],
    [
      'a damaged one',
      '{"format":"dragoman-backup","version":1,"settings":{"target":"ja","theme":"pink"}}',
      /damaged at “theme”/,
    ],
  ])('a file that is %s changes nothing', async (_what, text, sentence) => {
    const before = await readStored();
    await giveFile(page, 'import-backup', text);
    await waitForText(page, said, sentence);
    expect(await readStored()).toEqual(before);
  });

  test('where the browser cannot write all of it, nothing was changed', async () => {
    const before = await readStored();
    const history = Array.from({ length: 20 }, (_, id) => ({
      ...entry,
      id: String(id),
      at: id,
      text: `${id} ${'x'.repeat(10_000)}`,
    }));
    const text = JSON.stringify({
      format: 'dragoman-backup',
      version: 1,
      settings: { target: 'ja' },
      history,
    });
    await page.evaluate(() => {
      const world = globalThis as unknown as Partial<Record<'browser' | 'chrome', ExtensionApi>>;
      const api = world.browser ?? world.chrome;
      if (!api) throw new Error('A page of the extension has its interface');
      api.storage.local.set = () => Promise.reject(new Error('QUOTA_BYTES quota exceeded'));
    });
    await giveFile(page, 'import-backup', text);
    await waitForText(page, said, /^Not saved/);
    expect(await readStored()).toEqual(before);
  });

  test('what is kept is listed, and all of it is deleted in two steps by keyboard', async () => {
    await product.browser.inExtension((api) => api.storage.session.set({ draft: 'Hello' }));
    await waitForText(page, '[data-kept="terms"] td', /^1$/);
    await waitForText(page, '[data-kept="history"] td', /^1$/);
    await waitForText(page, '[data-kept="settings"] td', /^4$/);
    await waitForText(page, '[data-kept="popupChars"] td', /^5$/);

    await clickOption(page, '[data-action="delete-all"]');
    await page.pressKey('Enter');
    expect((await readStored())['token']).toBe('a token');
    await page.pressKey('Enter');
    await page.pressKey('Tab');
    await page.pressKey('Enter');

    await waitForText(page, '.delete-all [role="status"]', /^Everything was deleted\.$/);
    await waitFor('nothing to be stored', async () => Object.keys(await readStored()).length === 0);
    await waitForText(page, '[data-kept="popupChars"] td', /^0$/);
    expect((await waitForElement(page, '#instructions')).text).toBe('');
    await waitForStored(product.browser, 'glossary', undefined);
  });

  function readStored(): Promise<Record<string, unknown>> {
    return product.browser.inExtension((api) => api.storage.local.get(null));
  }
});
