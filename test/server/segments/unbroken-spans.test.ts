import { expect, it } from 'vitest';
import { findUnbrokenSpans, keepOutside } from '../../../server/segments/unbroken-spans.ts';

it.each([
  ['See https://example.com/a,b?c=d#e there', ['https://example.com/a,b?c=d#e']],
  ['详见https://example.com/a。然后', ['https://example.com/a']],
  ['(www.example.com/x) ftp://a.b', ['www.example.com/x)', 'ftp://a.b']],
  ['to first.last+tag@mail.example.co.uk.', ['first.last+tag@mail.example.co.uk']],
  ['run `a; b. C` and ``x`` and ` alone', ['`a; b. C`', '``x``']],
  ['```js\na. B\n``` and ```open', ['```js\na. B\n```']],
  ['{{ user. Name }} ${a. b} %{c. d} {0}', ['{{ user. Name }}', '${a. b}', '%{c. d}', '{0}']],
  ['<a title="A. B">x</a> <1> a < b', ['<a title="A. B">', '</a>', '<1>']],
  ['a plain sentence: nothing (at all) here.', []],
])('finds in %j what must stay whole', (text, found) => {
  expect(findUnbrokenSpans(text).map(({ start, end }) => text.slice(start, end))).toEqual(found);
});

it('keeps the offsets that lie in no span', () => {
  const spans = [
    { start: 2, end: 5 },
    { start: 5, end: 8 },
  ];
  expect(keepOutside([1, 2, 3, 4, 5, 6, 8, 9], spans)).toEqual([1, 2, 5, 8, 9]);
  expect(keepOutside([6, 9], spans)).toEqual([9]);
  expect(keepOutside([], spans)).toEqual([]);
});
