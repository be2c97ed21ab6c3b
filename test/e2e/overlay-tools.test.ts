import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { startFakeOllama, type FakeOllama } from '../fakes/fake-ollama.ts';
import { answers } from '../fakes/ollama-answers.ts';
import { runOnPath } from './browsers/inspect-element.ts';
import { pictureFailures } from './browsers/picture-failures.ts';
import type { TestPage } from './browsers/test-browser.ts';
import { clickElement, selectByRange, waitForText } from './browsers/use-element.ts';
import { waitFor } from './browsers/wait-for.ts';
import { browserNames, launchProduct, saveSettings, type Product } from './launch-product.ts';
import {
  clickInOverlay,
  inspectOverlay,
  overlayHost,
  translateByMenu,
  waitForNoOverlay,
  waitForOverlay,
} from './use-overlay.ts';

const original = 'What a lovely day.';
const translation = 'Que dia tão bonito.';

describe.each(browserNames)('%s', (name) => {
  let ollama: FakeOllama;
  let product: Product;

  beforeAll(async () => {
    ollama = await startFakeOllama();
    product = await launchProduct(name, '--engine', 'ollama', '--ollama-host', ollama.url, '--checks', 'off');
  });

  beforeEach(() => {
    ollama.tell(answers([translation]));
  });

  afterAll(async () => {
    await product.close();
    await ollama.close();
  });

  pictureFailures(() => product.browser);

  const openPage = (page: string) => product.browser.openPage(product.pages.getUrl(page));

  /** Puts the keyboard into a field, selects all that is in it and asks by the shortcut. */
  async function translateField(page: TestPage, selector: string, place = page): Promise<void> {
    await clickElement(place, selector);
    await page.pressKey('Control+a');
    await page.pressShortcut('Alt+Shift+Y');
    await waitForOverlay(page, 'complete');
  }

  test.each([
    ['an input', '#input'],
    ['a text area', '#textarea'],
    ['an editor', '#editor'],
    ['a text area in a shadow root', '#shadow >>> textarea'],
  ])(
    'the translation takes the place of what is selected in %s, and the page’s undo takes it back',
    async (_what, field) => {
      const page = await openPage('editors');
      await translateField(page, field);

      await clickInOverlay(page, 'replace');

      await waitForNoOverlay(page);
      await waitForField(page, field, translation);
      await page.pressKey('Control+z');
      await waitForField(page, field, original);
      await page.close();
    },
  );

  test('in a frame of the same site too', async () => {
    const page = await openPage('editors');
    const frame = await page.findFrame();
    await translateField(page, '#framed', frame);

    await clickInOverlay(page, 'replace');

    await waitForNoOverlay(page);
    await waitForField(frame, '#framed', translation);
    await page.pressKey('Control+z');
    await waitForField(frame, '#framed', original);
    await page.close();
  });

  test('what may not be changed, and what is no field, offers no such button', async () => {
    const page = await openPage('editors');

    await translateField(page, '#read-only');

    expect(await inspectOverlay(page, '[data-action="replace"]')).toBeUndefined();
    await page.close();
  });

  test('where the page does not let it, it says so and the text stays', async () => {
    const page = await openPage('editors');
    await translateField(page, '#stubborn');

    await clickInOverlay(page, 'replace');

    await waitForText(page, `${overlayHost} >>> .body`, /could not be replaced/);
    await waitForField(page, '#stubborn', original);
    await page.close();
  });

  test('a text that was changed meanwhile is not overwritten', async () => {
    const page = await openPage('editors');
    await translateField(page, '#input');
    await clickElement(page, '#input');
    await page.pressKey('End');
    await page.typeText(' Really.');

    await clickInOverlay(page, 'replace');

    await waitForText(page, `${overlayHost} >>> .body`, /could not be replaced/);
    await waitForField(page, '#input', `${original} Really.`);
    await page.close();
  });

  test('the original is there on demand with its language, and stays wanted', async () => {
    const page = await openPage('article');
    await translateByMenu(page, '#text');
    await waitForOverlay(page, 'complete');

    await clickInOverlay(page, 'original');

    const text = await waitForText(page, `${overlayHost} >>> .original`, /lovely today/);
    const shown = await inspectOverlay(page, '.original');
    expect(shown?.attributes).toMatchObject({ lang: 'en', dir: 'ltr' });
    expect(text).toContain('until the sun went down.');
    await clickInOverlay(page, 'close');
    await waitForNoOverlay(page);
    await translateByMenu(page, '#text');
    await waitForText(page, `${overlayHost} >>> .original`, /lovely today/);
    await saveSettings(product.browser, { showsOriginal: false });
    await page.close();
  });

  test('the language that was found out is shown, and can be corrected', async () => {
    const page = await openPage('article');
    await translateByMenu(page, '#text');
    await waitForOverlay(page, 'complete');
    await waitForText(page, `${overlayHost} >>> .source-language`, /English, detected/);

    ollama.tell(answers(['Corrigido.']));
    await clickElement(page, `${overlayHost} >>> .source-language select`);
    await page.typeText('German');
    await page.pressKey('Enter');

    expect(await waitForOverlay(page, 'complete', /Corrigido/)).toBe('Corrigido.');
    await waitForText(page, `${overlayHost} >>> .source-language`, /^German/);
    expect((await ollama.received('/api/chat')).body?.messages?.at(-1)?.content).toContain('German');
    await page.close();
  });

  test('a phrase is shown larger than a sentence', async () => {
    const page = await openPage('article');
    const readSize = () =>
      page.inShadowRoot(overlayHost, (root) => {
        const text = root.querySelector('.text');
        return text ? getComputedStyle(text).fontSize : undefined;
      });

    await translateByMenu(page, '#text');
    await waitForOverlay(page, 'complete');
    const sentence = await readSize();
    await clickInOverlay(page, 'close');
    await waitForNoOverlay(page);
    await selectByRange(page, 'h1');
    await page.pressShortcut('Alt+Shift+Y');
    await waitForOverlay(page, 'complete');

    expect(parseFloat((await readSize()) ?? '')).toBeGreaterThan(parseFloat(sentence ?? ''));
    await page.close();
  });

  test('it goes on in a window, with the languages that were chosen', async () => {
    const page = await openPage('article');
    await translateByMenu(page, '#text');
    await waitForOverlay(page, 'complete');
    ollama.tell(answers(['Corrigido.']));
    await clickElement(page, `${overlayHost} >>> .source-language select`);
    await page.typeText('German');
    await page.pressKey('Enter');
    await waitForOverlay(page, 'complete', /Corrigido/);

    await clickInOverlay(page, 'window');

    await waitForNoOverlay(page);
    const moved = await product.browser.waitForPage(
      `${product.browser.extensionOrigin}/extension/panel/panel.html`,
    );
    await waitForText(moved, '.text', /Corrigido/);
    await waitForText(moved, '.source-language', /^German/);
    await moved.close();
    await page.close();
  });
});

/** Waits until a field or an editor holds exactly that text. */
async function waitForField(page: TestPage, selector: string, text: string): Promise<void> {
  let last: string | undefined;
  const read = async () => {
    last = await runOnPath(page, selector, (root, inner) => {
      const field = root.querySelector(inner);
      return (field && 'value' in field ? String(field.value) : (field?.textContent ?? '')).trim();
    });
    return last === text;
  };
  await waitFor(`${selector} to hold the text`, read).catch((error: unknown) => {
    throw new Error(`${selector} holds ${JSON.stringify(last)}`, { cause: error });
  });
}
