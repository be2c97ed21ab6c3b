import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startFakeOllama, type FakeOllama } from '../fakes/fake-ollama.ts';
import { answers } from '../fakes/ollama-answers.ts';
import { pictureFailures } from './browsers/picture-failures.ts';
import type { TestPage } from './browsers/test-browser.ts';
import { waitForText } from './browsers/use-element.ts';
import { exhibits } from './exhibits.ts';
import { browserNames, launchProduct, type Product } from './launch-product.ts';
import { takeImprint } from './take-imprint.ts';
import { translateExhibit } from './use-exhibit.ts';
import {
  clickInOverlay,
  inspectOverlayPlace,
  overlaps,
  waitForNoOverlay,
  waitForOverlay,
} from './use-overlay.ts';

describe.each(browserNames)('%s', (name) => {
  let ollama: FakeOllama;
  let product: Product;
  let page: TestPage;

  beforeAll(async () => {
    ollama = await startFakeOllama({
      behaviour: answers(({ messages = [] }) => [translate(findText(messages.at(-1)?.content ?? ''))]),
    });
    product = await launchProduct(name, '--engine', 'ollama', '--ollama-host', ollama.url, '--checks', 'off');
    page = await product.browser.openPage(product.pages.getUrl('article'));
  });

  afterAll(async () => {
    await product.close();
    await ollama.close();
  });

  pictureFailures(() => product.browser);

  const listExhibits = (place: 'overlay' | 'window') =>
    exhibits
      .filter((exhibit) => (exhibit.place?.[name] ?? 'overlay') === place)
      .map((exhibit) => [exhibit.page, exhibit.way ?? 'menu', exhibit] as const);

  test.each(listExhibits('overlay'))(
    'on the page "%s", asked by %s, the overlay is beside the text, tells its translation and leaves no trace',
    async (_page, _way, exhibit) => {
      await page.goTo(product.pages.getUrl(exhibit.page));

      const { text, lines, imprint } = await translateExhibit(page, exhibit, name);

      expect(await waitForOverlay(page, 'complete')).toBe(translate(text));
      const { box, isOnTop, isInside } = await inspectOverlayPlace(page);
      expect({ isOnTop, isInside, isWide: box.width > 200 }).toEqual({
        isOnTop: true,
        isInside: true,
        isWide: true,
      });
      expect(lines.some((line) => overlaps(line, box))).toBe(exhibit.covers !== undefined);

      await clickInOverlay(page, 'close');
      await waitForNoOverlay(page);
      expect(await takeImprint(page)).toEqual(imprint);
    },
  );

  test.each(listExhibits('window'))(
    'of the page "%s", asked by %s, a small window tells the translation, and the page is left as it was',
    async (_page, _way, exhibit) => {
      await page.goTo(product.pages.getUrl(exhibit.page));

      const { text, imprint } = await translateExhibit(page, exhibit, name);

      const address = `${product.browser.extensionOrigin}/extension/panel/panel.html`;
      const shown = await product.browser.waitForPage(address);
      expect(await waitForText(shown, '.text', /ão$/)).toBe(translate(text));
      await shown.close();
      expect(await takeImprint(page)).toEqual(imprint);
    },
  );
});

/** The text in the prompt. */
function findText(prompt: string): string {
  return /=====\n(?<text>.*)\n=====/s.exec(prompt)?.groups?.['text'] ?? '';
}

/** Every word gets an ending: what is shown tells what was asked, whatever that was. */
function translate(text: string): string {
  return text.replaceAll(/\S+/g, (word) => `${word}ão`);
}
