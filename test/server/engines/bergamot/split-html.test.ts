import fc from 'fast-check';
import { expect, test } from 'vitest';
import { getHtmlText, writeHtmlTokens } from '../../../../server/engines/bergamot/html-tokens.ts';
import { maskHtml } from '../../../../server/engines/bergamot/mask-html.ts';
import { unmaskText } from '../../../../server/engines/bergamot/mask-text.ts';
import { splitHtml } from '../../../../server/engines/bergamot/split-html.ts';
import { readMarkup } from '../../../../server/markup/read-markup.ts';
import { anyHtml } from '../../markup/arbitrary-html.ts';

function split(html: string): string[] {
  return splitHtml(html, 'en').map(({ tokens }) => writeHtmlTokens(tokens));
}

test.each([
  ['One is here. Two is here.', ['One is here.', ' ', 'Two is here.']],
  ['One is <b id="1">here</b>. Two is here.', ['One is <b id="1">here</b>.', ' ', 'Two is here.']],
  ['One is here. <b id="1">Two</b> is here.', ['One is here.', ' ', '<b id="1">Two</b> is here.']],
  ['<b id="1">One is here.</b> Two is here.', ['<b id="1">One is here.</b>', ' ', 'Two is here.']],
  [
    '<b id="1">One is here. Two</b> is here. Three is.',
    ['<b id="1">One is here. Two</b> is here.', ' ', 'Three is.'],
  ],
  ['One is here.<br id="1">Two is here', ['One is here.', '<br id="1">', 'Two is here']],
  ['First line<br id="1">second line', ['First line', '<br id="1">', 'second line']],
  ['Run <code id="1">a. B</code> now. Stop.', ['Run <code id="1">a. B</code> now.', ' ', 'Stop.']],
  ['One is &lt; two. Three &amp; four', ['One is &lt; two.', ' ', 'Three &amp; four']],
])('%j is cut where no element is open', (html, pieces) => {
  expect(split(html)).toEqual(pieces);
});

test('pieces tile whatever markup becomes, and close what they open', () => {
  fc.assert(
    fc.property(anyHtml, (source) => {
      const { html } = readMarkup(source);
      const pieces = split(html);
      expect(pieces.join('')).toBe(html);
      for (const piece of pieces)
        expect(piece.match(/<b /g)?.length ?? 0).toBe(piece.match(/<\/b>/g)?.length ?? 0);
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['Run <code id="1">npm ci</code> now', 'Run X1 now', 'Run <code id="1">npm ci</code> now'],
  ['Write to <b id="1">a@b.org</b>.', 'Write to X1.', 'Write to <b id="1">a@b.org</b>.'],
  [
    'See <b id="1">our https://a.org page</b>',
    'See <b id="1">our X1 page</b>',
    'See <b id="1">our https://a.org page</b>',
  ],
  ['Lisbon<b id="1">[1]</b> is', 'Lisbon X1 is', 'Lisbon<b id="1">[1]</b> is'],
  [
    'X1 and <code id="1">y</code><code id="2">z</code>',
    'X1 and XQ1 XQ2',
    'X1 and <code id="1">y</code><code id="2">z</code>',
  ],
  ['Don’t <b id="1">“ever”</b> go', 'Don\'t <b id="1">"ever"</b> go', 'Don\'t <b id="1">"ever"</b> go'],
])('%j is masked as %j', (html, masked, unmasked) => {
  const tokens = splitHtml(html, 'en').flatMap((piece) => piece.tokens);
  const result = maskHtml(tokens, { numbers: false });
  expect(result.text).toBe(masked);
  expect(unmaskText(result.text, result)).toBe(unmasked);
  expect(getHtmlText(tokens)).not.toContain('<b');
});
