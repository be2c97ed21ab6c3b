import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { inspectElement } from './browsers/inspect-element.ts';
import { pictureFailures } from './browsers/picture-failures.ts';
import type { TestPage } from './browsers/test-browser.ts';
import { clickElement, selectByMouse, waitForElement, waitForText } from './browsers/use-element.ts';
import { browserNames, launchProduct, type Product } from './launch-product.ts';
import { chooseOption, clickOption, openOptions, waitForStored } from './use-options.ts';
import { inspectOverlay, overlayHost, translateByMenu, waitForOverlay } from './use-overlay.ts';

const translation = /navios.+vento.+barco/is;

describe.each(browserNames)('%s', (name) => {
  let product: Product;

  beforeAll(async () => {
    product = await launchProduct(name, '--engine', 'bergamot');
  });

  beforeEach(() => product.browser.inExtension((api) => api.storage.local.remove('siteRules')));

  afterAll(() => product.close());

  pictureFailures(() => product.browser);

  test('a rule is typed, kept by its host, changed, deleted and brought back', async () => {
    const { browser } = product;
    const page = await openOptions(browser);
    await clickOption(page, '#sites [data-action="add"]');
    await page.typeText('https://www.example.org/page');
    await waitForStored(browser, 'siteRules', [{ host: 'www.example.org', rule: 'never' }]);
    await chooseOption(page, '#sites tbody select', 'ja');
    await waitForStored(browser, 'siteRules', [{ host: 'www.example.org', rule: 'ja' }]);
    await waitForText(page, '#sites .saved', /^Saved$/);
    await clickOption(page, '#sites [data-action="delete"]');
    await waitForStored(browser, 'siteRules', []);
    await page.pressKey('Enter');
    await waitForStored(browser, 'siteRules', [{ host: 'www.example.org', rule: 'ja' }]);
    await page.close();
  });

  test('what is no site is not said to be saved', async () => {
    const page = await openOptions(product.browser);
    await clickOption(page, '#sites [data-action="add"]');
    await page.typeText('two words');
    await page.pressKey('Tab');
    await waitForText(page, '#sites tbody .note', /^Not saved: this must be the name of a site/);
    expect((await waitForElement(page, '#sites .saved')).text).toBe('');
    await page.close();
  });

  test('where a site is ruled out nothing is shown there, but once if the reader wants it', async () => {
    await setRule('never');
    const page = await openStory();
    await translateByMenu(page);

    const question = await waitForQuestion();
    await waitForText(question, '.failure-line', /does nothing on page\.test/);
    expect(await inspectElement(page, overlayHost)).toBeUndefined();
    await clickElement(question, '[data-action="translate-once"]');

    await waitForOverlay(page, 'complete', translation);
    await waitForStored(product.browser, 'siteRules', [{ host: 'page.test', rule: 'never' }]);
    await page.close();
  });

  test('by shortcut it is the same, and the rule can be removed there', async () => {
    await setRule('never');
    const page = await openStory();
    await selectByMouse(page, '#text');
    await page.pressShortcut('Alt+Shift+Y');

    await clickElement(await waitForQuestion(), '[data-action="remove-rule"]');

    await waitForOverlay(page, 'complete', translation);
    await waitForStored(product.browser, 'siteRules', []);
    await page.close();
  });

  test('on a site with a language of its own everything goes into that', async () => {
    await setRule('pt-BR');
    await product.browser.inExtension((api) => api.storage.local.set({ target: 'ja' }));
    const page = await openStory();

    await translateByMenu(page);

    await waitForOverlay(page, 'complete', translation);
    expect((await inspectOverlay(page, '.text'))?.attributes['lang']).toBe('pt-BR');
    await product.browser.inExtension((api) => api.storage.local.set({ target: 'pt' }));
    await page.close();
  });

  function openStory(): Promise<TestPage> {
    return product.browser.openPage(product.pages.getUrl('story'));
  }

  function waitForQuestion(): Promise<TestPage> {
    const { browser } = product;
    return browser.waitForPage(`${browser.extensionOrigin}/extension/refused-site/refused-site.html`);
  }

  function setRule(rule: string): Promise<void> {
    const siteRules = [{ host: 'page.test', rule }];
    return product.browser.inExtension(
      (api, rules) => api.storage.local.set({ siteRules: rules }),
      siteRules,
    );
  }
});
