import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { pictureFailures } from './browsers/picture-failures.ts';
import type { TestPage } from './browsers/test-browser.ts';
import { waitForElement, waitForText } from './browsers/use-element.ts';
import { waitFor } from './browsers/wait-for.ts';
import { browserNames, launchProduct, type Product } from './launch-product.ts';
import { clickOption, giveFile, openOptions, takeFile, waitForStored } from './use-options.ts';
import { readPopup, translateInPopup, waitForPopup } from './use-popup.ts';

const saved = '#glossary .saved';
const said = '#glossary-tools [role="status"]';

const hard = [
  { source: 'a "b", c;', target: '=1+1' },
  { source: '<term> & co', target: "'quoted'" },
];

describe.each(browserNames)('%s', (name) => {
  let product: Product;
  let page: TestPage;

  beforeAll(async () => {
    product = await launchProduct(name, '--engine', 'bergamot');
  });

  beforeEach(async () => {
    await product.browser.inExtension((api) => api.storage.local.remove(['glossary', 'siteRules']));
    page = await openOptions(product.browser);
    return () => page.close();
  });

  afterAll(() => product.close());

  pictureFailures(() => product.browser);

  test('links lead to every section', async () => {
    const links = await page.inDocument((root) =>
      [...root.querySelectorAll<HTMLAnchorElement>('.contents a')].map(({ hash, textContent }) => {
        const section = root.querySelector(hash);
        return { name: textContent, heading: section?.querySelector('h2')?.textContent };
      }),
    );
    expect(links.length).toBe(10);
    for (const { name: link, heading } of links) expect(link).toBe(heading);
  });

  test.each([
    ['narrow', 320, 'ltr'],
    ['narrow, from right to left', 320, 'rtl'],
    ['wide', 1200, 'ltr'],
    ['wide, from right to left', 1200, 'rtl'],
  ])('nothing is wider than a window that is %s', async (_how, width, direction) => {
    await waitForText(page, '.connection-line', /built-in/);
    const overflow = await page.inDocument(
      async (root, [wide, dir]) => {
        const frame = root.createElement('iframe');
        frame.style.cssText = `position: fixed; inset: 0 auto auto 0; border: 0; width: ${wide}px; height: 600px`;
        const sheets = [...root.styleSheets]
          .flatMap(({ cssRules }) => [...cssRules])
          .map(({ cssText }) => cssText);
        root.body.append(frame);
        const inner = frame.contentDocument;
        if (!inner?.defaultView) throw new Error('The frame has no document');
        const sheet = new inner.defaultView.CSSStyleSheet();
        sheet.replaceSync(sheets.join('\n'));
        inner.adoptedStyleSheets = [sheet];
        inner.documentElement.dir = dir;
        inner.body.append(...[...root.querySelectorAll('main')].map((main) => inner.importNode(main, true)));
        await new Promise((resolve) => root.defaultView?.requestAnimationFrame(resolve));
        const { scrollWidth, clientWidth } = inner.documentElement;
        frame.remove();
        return { scrollWidth, clientWidth };
      },
      [width, direction] as const,
    );
    expect(overflow.scrollWidth).toBeLessThanOrEqual(overflow.clientWidth);
    expect(overflow.clientWidth).toBeGreaterThan(250);
  });

  test('a term is typed by keyboard alone, deleted and brought back, and kept all the time', async () => {
    const { browser } = product;
    await clickOption(page, '#glossary [data-action="add"]');
    await page.typeText('bank');
    await waitForStored(browser, 'glossary', [{ source: 'bank', target: '' }]);
    await page.pressKey('Enter');
    await waitForText(page, '#glossary tbody .note', /needs a term and a translation/);
    await page.typeText('banco');
    await waitForStored(browser, 'glossary', [{ source: 'bank', target: 'banco' }]);
    await waitForText(page, saved, /^Saved$/);

    await page.pressKey('Tab');
    await page.pressKey('Enter');
    await waitForStored(browser, 'glossary', []);
    await waitForText(page, saved, /^Deleted/);
    await page.pressKey('Enter');
    await waitForStored(browser, 'glossary', [{ source: 'bank', target: 'banco' }]);
  });

  test('a term that stands above already says so', async () => {
    await giveTerms([
      { source: 'Bank', target: 'x' },
      { source: 'bank', target: 'y' },
    ]);
    await waitForText(page, '#glossary tbody tr:nth-child(2) .note', /stands above already/);
  });

  test('what is too much for a glossary is not said to be saved', async () => {
    const large = [{ source: 'a'.repeat(299_999), target: 'b' }];
    await giveTerms(large);
    await clickOption(page, '#glossary [data-action="add"]');
    await page.typeText('c');
    await waitForText(page, saved, /^Not saved: a glossary may hold 300,000 characters/);
    await waitForStored(product.browser, 'glossary', large);
  });

  test.each(['csv', 'tbx'])(
    'terms that are saved as %s come back from there, whatever is in them',
    async (format) => {
      await giveTerms(hard);
      const file = await takeFile(page, `[data-action="export-${format}"]`);
      await giveTerms([]);

      await giveFile(page, 'import-terms', file);

      await waitForText(page, said, /^Added: 2\. Already there: 0\. Unreadable: 0\.$/);
      await waitForStored(product.browser, 'glossary', hard);
      await giveFile(page, 'import-terms', file);
      await waitForText(page, said, /^Added: 0\. Already there: 2\. Unreadable: 0\.$/);
    },
  );

  test('an import leaves what is there, half-typed terms too', async () => {
    const half = [
      { source: '', target: 'half' },
      { source: 'Bank', target: 'mine' },
    ];
    await giveTerms(half);
    await giveFile(page, 'import-terms', 'bank;theirs\nhouse;casa\nbroken\n');
    await waitForText(page, said, /^Added: 1\. Already there: 1\. Unreadable: 1\.$/);
    await waitForStored(product.browser, 'glossary', [{ source: 'house', target: 'casa' }, ...half]);
  });

  test.each([
    [
      'the newer TBX',
      /^Added: 2/,
      '<?xml version="1.0"?><!DOCTYPE tbx SYSTEM "core.dtd"><tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><text><body><conceptEntry id="c"><langSec xml:lang="en"><termSec><term>bank</term></termSec><termSec><term> credit\n</term></termSec></langSec><langSec xml:lang="pt"><termSec><term>banco</term></termSec></langSec></conceptEntry></body></text></tbx>',
    ],
    [
      'terms with groups',
      /^Added: 1/,
      '<martif type="TBX-Basic" xml:lang="en"><text><body><termEntry><langSet xml:lang="en"><ntig><termGrp><term>bank</term></termGrp></ntig></langSet><langSet xml:lang="pt-BR"><ntig><termGrp><term>banco</term></termGrp></ntig></langSet></termEntry></body></text></martif>',
    ],
    [
      'another pair',
      /terms in English, German, but none in Portuguese/,
      '<martif xml:lang="en"><text><body><termEntry><langSet xml:lang="en"><tig><term>a</term></tig></langSet><langSet xml:lang="de"><tig><term>b</term></tig></langSet></termEntry></body></text></martif>',
    ],
    ['no terms', /holds no terms/, '<tbx/>'],
    ['another kind of XML', /could not be read/, '<html/>'],
    ['broken XML', /could not be read/, '<tbx><text>'],
    ['no text', /could not be read/, 'PK\0\0'],
  ])('a file with %s is understood', async (_what, sentence, text) => {
    await giveFile(page, 'import-terms', text);
    await waitForText(page, said, sentence);
  });

  test('a term goes with the texts that hold it, and to an engine that can follow none that is said', async () => {
    await giveTerms([{ source: 'morning', target: 'manhã' }]);
    const { browser } = product;
    await browser.openPopup();
    await translateInPopup(browser, 'Good morning, my friends.');
    await waitForPopup(browser, 'complete');
    expect(await readPopup(browser, '.note')).toContain('cannot follow your glossary');
    await browser.closePopup();
    await browser.inExtension(({ storage }) => storage.session.clear());
    await browser.openPopup();
    await translateInPopup(browser, 'Good evening, my friends.');
    await waitForPopup(browser, 'complete');
    expect(await readPopup(browser, '.note')).not.toContain('glossary');
    await browser.closePopup();
    await browser.inExtension(({ storage }) => storage.session.clear());
  });

  test('a file that the browser does not take is said not to be saved', async () => {
    await page.inDocument((root) => {
      URL.createObjectURL = () => {
        throw new Error('There is no memory');
      };
      root.querySelector<HTMLElement>('[data-action="export-csv"]')?.click();
    });
    await waitForText(page, said, /could not be saved/);
  });

  test('the shortcuts are shown, and the browser’s own page to change them opens', async () => {
    await waitForText(page, '.shortcuts', /Translate selection.*Alt\+Shift\+Y/s);
    const countTabs = () => product.browser.inExtension(async (api) => (await api.tabs.query({})).length);
    const before = await countTabs();
    await clickOption(page, '[data-action="change-shortcuts"]');
    await waitFor('a tab for them', async () => (await countTabs()) === before + 1);
    await product.browser.inExtension(async (api) => {
      const [newest] = (await api.tabs.query({ active: true })).map(({ id }) => id);
      if (newest !== undefined) await api.tabs.remove(newest);
    });
  });

  /** Shows the page with these terms. */
  async function giveTerms(glossary: object[]): Promise<void> {
    await product.browser.inExtension((api, terms) => api.storage.local.set({ glossary: terms }), glossary);
    await page.goTo(`${product.browser.extensionOrigin}/extension/options/options.html`);
    await waitForElement(page, '#backup');
  }
});
