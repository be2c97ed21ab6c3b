import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startFakeOllama, type FakeOllama } from '../fakes/fake-ollama.ts';
import { answers } from '../fakes/ollama-answers.ts';
import { readFlores } from '../read-flores.ts';
import { pictureFailures } from './browsers/picture-failures.ts';
import type { TestPage } from './browsers/test-browser.ts';
import { browserNames, launchProduct, type Product } from './launch-product.ts';
import { overlayHost, translateByMenu, waitForOverlay } from './use-overlay.ts';

/** Two halves of a letter, a mark that belongs to the letter before, signs that join, and an empty line. */
const oddLines = '\u{1f469}\u200d\u{1f467} e\u0301 \u{1d518}\n\n';

/** Of many lines, in several scripts and both directions; the view makes blocks of them. */
const wholeText = readFlores('pt')
  .slice(0, 60)
  .flatMap((line, index) =>
    index % 9 === 4 ? [line, `${readFlores('ja')[index]} ${oddLines}${readFlores('he')[index]}`] : [line],
  )
  .join('\n');

describe.each(browserNames)('%s', (name) => {
  let ollama: FakeOllama;
  let product: Product;
  let page: TestPage;

  beforeAll(async () => {
    ollama = await startFakeOllama();
    product = await launchProduct(name, '--engine', 'ollama', '--ollama-host', ollama.url, '--checks', 'off');
    page = await product.browser.openPage(product.pages.getUrl('article'));
  });

  afterAll(async () => {
    await product.close();
    await ollama.close();
  });

  pictureFailures(() => product.browser);

  test('a long text that comes in odd pieces is shown and selected to the letter, in blocks', async () => {
    ollama.tell(answers(cutOddly(wholeText), { tokenMs: 2 }));

    await translateByMenu(page);

    expect(await waitForOverlay(page, 'complete')).toBe(wholeText);
    expect(await countBlocks(page)).toBeGreaterThan(5);
    expect(await selectText(page)).toBe(wholeText);
  });
});

/** Of one to nine code points. */
function cutOddly(text: string): string[] {
  const letters = Array.from(text);
  const pieces: string[] = [];
  for (let at = 0, turn = 0; at < letters.length; turn += 1) {
    const length = 1 + ((turn * turn * 7 + turn) % 9);
    pieces.push(letters.slice(at, at + length).join(''));
    at += length;
  }
  return pieces;
}

function countBlocks(page: TestPage): Promise<number | undefined> {
  return page.inShadowRoot(overlayHost, (root) => root.querySelectorAll('.text > .block').length);
}

/** What a reader gets who selects the translation and copies it. */
function selectText(page: TestPage): Promise<string | undefined> {
  return page.inShadowRoot(overlayHost, (root) => {
    const text = root.querySelector('.text');
    const selection = getSelection();
    if (text) selection?.selectAllChildren(text);
    return String(selection);
  });
}
