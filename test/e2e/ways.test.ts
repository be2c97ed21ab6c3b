import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { inspectElement } from './browsers/inspect-element.ts';
import { pictureFailures } from './browsers/picture-failures.ts';
import type { TestPage } from './browsers/test-browser.ts';
import {
  chooseMenuItemOn,
  clickElement,
  getCentre,
  selectByMouse,
  waitForElement,
} from './browsers/use-element.ts';
import { waitFor } from './browsers/wait-for.ts';
import { askingLaunches, type AskingProduct } from './launch-asking-product.ts';
import { browserNames, saveSettings, type Product } from './launch-product.ts';
import { clickInOverlay, overlaps, overlayHost, waitForNoOverlay, waitForOverlay } from './use-overlay.ts';

const icon = '#dragoman-icon >>> button';
const translation = /navios.+vento.+barco/is;

describe.each(browserNames)('%s', (name) => {
  let product: Product;
  let allowSites: AskingProduct['allowSites'];
  let options: TestPage;
  let page: TestPage;

  beforeAll(async () => {
    ({ product, allowSites } = await askingLaunches[name]('tab'));
    const { browser, pages } = product;
    page = await browser.openPage(pages.getUrl('story'));
    options = await browser.openPage(`${browser.extensionOrigin}/extension/options/options.html`);
  });

  afterAll(() => product.close());

  pictureFailures(() => product.browser);

  /** How many scripts the browser runs in pages by itself. */
  const countScripts = () =>
    product.browser.inExtension(async (api) => (await api.scripting.getRegisteredContentScripts()).length);

  /** The script in the page has asked the same before, and got its answer. */
  const answerLanguage = () =>
    product.browser.inExtension(async (api) => {
      await api.storage.local.get();
      await api.i18n.detectLanguage('The ships came home at last.');
    });

  test.each([
    ['a link', '#link', /tempo.+hoje/is],
    ['all that is in a field', '#field', /crianças.+jardim/is],
  ])('the menu translates %s, when nothing is selected', async (_what, selector, expected) => {
    const clickable = await product.browser.openPage(product.pages.getUrl('clickable'));
    await chooseMenuItemOn(clickable, selector, 'translate-selection');
    expect(await waitForOverlay(clickable, 'complete')).toMatch(expected);
    await clickable.close();
  });

  test('a click on the icon beside a selection translates, once that is switched on, also in a page open before', async () => {
    expect(await countScripts()).toBe(0);
    await allowSites(() => clickSwitch(options, '#icon-at-selection'));
    await waitFor('the script to be registered', async () => (await countScripts()) === 1);

    await page.bringToFront();
    const selected = await selectByMouse(page, '#text');
    const { box } = await waitForElement(page, icon);
    expect(await isOnText(page, box)).toBe(false);
    await clickElement(page, icon);

    expect(await waitForOverlay(page, 'complete')).toMatch(translation);
    expect(await page.evaluate(() => String(getSelection()))).toBe(selected);
    expect(await inspectElement(page, icon)).toBeUndefined();
    await clickInOverlay(page, 'close');
    await waitForNoOverlay(page);
  });

  test('the icon goes when the selection goes', async () => {
    await selectByMouse(page, '#text');
    await waitForElement(page, icon);
    await clickElement(page, 'h1');
    await waitFor('the icon to go', async () => !(await inspectElement(page, icon)));
  });

  test('a part of the translation can be selected and copied, and no icon comes to that', async () => {
    await selectByMouse(page, '#text');
    await clickElement(page, icon);
    const whole = await waitForOverlay(page, 'complete');

    const { firstLine } = await waitForElement(page, `${overlayHost} >>> .text`);
    const { y } = getCentre(firstLine);
    await page.dragMouse({ x: firstLine.x + 1, y }, { x: firstLine.x + firstLine.width / 2, y });
    await page.pressKey('Control+c');
    await answerLanguage();
    expect(await inspectElement(page, icon)).toBeUndefined();
    expect(await waitForOverlay(page, 'complete')).toBe(whole);
    await clickInOverlay(page, 'close');
    await waitForNoOverlay(page);
    const part = await paste(page);
    expect(part.length).toBeGreaterThan(3);
    expect(part.length).toBeLessThan(whole.length);
    expect(whole).toContain(part);
  });

  test('the icon stays away from what needs no translation', async () => {
    await writeTitle(page, '2026-11-25, 14:30');
    await selectByMouse(page, 'h1');
    await answerLanguage();
    expect(await inspectElement(page, icon)).toBeUndefined();

    await saveSettings(product.browser, { target: 'en', secondTarget: '' });
    await selectByMouse(page, '#text');
    await answerLanguage();
    expect(await inspectElement(page, icon)).toBeUndefined();

    await saveSettings(product.browser, { secondTarget: 'pt' });
    await selectByMouse(page, '#text');
    await waitForElement(page, icon);
    await saveSettings(product.browser, { target: 'pt', secondTarget: 'en' });
  });

  test('with the chosen key held a selection is translated at once, without a further question', async () => {
    await options.bringToFront();
    await clickSwitch(options, '#translate-at-once');
    await options.inDocument((root) => {
      const key = root.querySelector<HTMLSelectElement>('#at-once-key');
      if (!key) throw new Error('There is no choice of keys');
      key.value = 'control';
      key.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await waitFor('both to be kept', () =>
      product.browser.inExtension(async (api) => {
        const { translateAtOnce, atOnceKey } = await api.storage.local.get();
        return translateAtOnce === true && atOnceKey === 'control';
      }),
    );

    await page.bringToFront();
    await selectByMouse(page, '#text', 'Control');

    expect(await waitForOverlay(page, 'complete')).toMatch(translation);
    await clickInOverlay(page, 'close');
    await waitForNoOverlay(page);
  });

  test('switched off again, nothing runs in pages', async () => {
    await options.bringToFront();
    await clickSwitch(options, '#icon-at-selection');
    await clickSwitch(options, '#translate-at-once');
    await waitFor('the script to be gone', async () => (await countScripts()) === 0);

    await page.bringToFront();
    await selectByMouse(page, '#text');
    // The script that this page still has asks for the settings, after which this is answered.
    await countScripts();
    expect(await inspectElement(page, icon)).toBeUndefined();
  });
});

/** As a reader does, who scrolls down to it. */
async function clickSwitch(options: TestPage, selector: string): Promise<void> {
  await options.inDocument((root, id) => {
    root.querySelector(id)?.scrollIntoView({ block: 'center', behavior: 'instant' });
  }, selector);
  await clickElement(options, selector);
}

function writeTitle(page: TestPage, text: string): Promise<void> {
  return page.evaluate((written) => {
    const title = document.querySelector('h1');
    if (title) title.textContent = written;
  }, text);
}

/** What the page gets from the clipboard. */
async function paste(page: TestPage): Promise<string> {
  await page.evaluate(() => {
    const field = document.createElement('textarea');
    document.body.prepend(field);
    field.focus();
  });
  await page.pressKey('Control+v');
  const pasted = await waitFor('the pasted text', () =>
    page.evaluate(() => document.querySelector('textarea')?.value),
  );
  await page.evaluate(() => document.querySelector('textarea')?.remove());
  return pasted;
}

/** Whether a box lies on a line of the page's text. */
async function isOnText(page: TestPage, box: Parameters<typeof overlaps>[0]): Promise<boolean> {
  const lines = await page.evaluate(() => {
    const texts = [...document.querySelectorAll('h1, p')].flatMap((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return [...range.getClientRects()];
    });
    return texts.map(({ x, y, width, height }) => ({ x, y, width, height }));
  });
  return lines.some((line) => overlaps(line, box));
}
