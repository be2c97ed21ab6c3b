import { expect, test } from 'vitest';
import { cutMarkup } from '../../../server/markup/cut-markup.ts';
import { readMarkup } from '../../../server/markup/read-markup.ts';

function cut(html: string, maxChars = 2000): string[] {
  return cutMarkup(html, { text: 0, language: 'en', maxChars }).map(({ start, end }) =>
    html.slice(start, end),
  );
}

test.each([
  ['paragraphs', ['<p>One.</p>\n', '<p>Two <b>bold</b>.</p>']],
  ['text without any tag', ['Hello &amp; goodbye']],
  ['the items of a list', ['<ul>\n  <li>One</li>\n  ', '<li>Two</li>\n</ul>']],
  ['items and paragraphs that are never closed', ['<ul><li>One', '<li>Two</ul>', '<p>Three', '<p>Four']],
  ['cells', ['<table><tr><th>Name</th>', '<td>Value</td></tr></table>']],
  ['a heading and what follows it', ['<h1>Title</h1>\n', 'Text <a href="/">link</a>\n', '<div>More</div>']],
  ['at two line breaks', ['One<br>\n<br>', 'Two<br>Three']],
  ['at blocks within inline elements', ['<a href="/"><h3>Title</h3>', '<p>Text</p></a>']],
  ['around code and scripts', ['Before', '<pre>x = "Hello"</pre> after <script>f("Hi")</script>']],
  ['nothing where there are no words', ['<hr>12 <img src="x"> <!-- Hello -->']],
  ['at tags that are never closed', ['<p>One ', '<b>two.</p>', '<p>Three</p>']],
  ['a link within a link', ['<a href="1">one ', '<a href="2">two</a> ', 'three']],
  ['a form', ['<form><label>Name</label> ', '<input> <button>Send</button></form>']],
  ['a whole page', ['<!doctype html><html><head><title>Title</title></head><body>', 'Text</body></html>']],
])('cuts %s', (_name, segments) => {
  expect(cut(segments.join(''))).toEqual(segments);
});

test.each([
  [
    'at a sentence',
    'One is short. Two is a bit longer. Three.',
    ['One is short. ', 'Two is a bit longer. ', 'Three.'],
  ],
  [
    'not within an element',
    'One <b>is. Two</b> is. Three is here.',
    ['One <b>is. Two</b> is. ', 'Three is here.'],
  ],
  [
    'before an element that begins a sentence',
    'One is short. <b>Two</b> is longer.',
    ['One is short. ', '<b>Two</b> is longer.'],
  ],
  [
    'within an element that is too long itself',
    '<i>One is short. Two is a bit longer. </i>Three.',
    ['<i>One is short. ', 'Two is a bit longer. </i>', 'Three.'],
  ],
  ['at white space without a sentence', 'one two three four five six', ['one two three four ', 'five six']],
  [
    'anywhere without white space, but not within a reference',
    `${'x'.repeat(19)}&amp;${'y'.repeat(5)}`,
    [`${'x'.repeat(19)}&amp;yy`, 'yyy'],
  ],
])('cuts a run that is too long %s', (_name, html, segments) => {
  expect(cut(html, 22)).toEqual(segments);
});

test('tells which text a segment belongs to', () => {
  expect(cutMarkup('<p>One</p><p>Two</p>', { text: 3, language: 'en' })).toEqual([
    { text: 3, start: 0, end: 10 },
    { text: 3, start: 10, end: 20 },
  ]);
});

test('cuts nothing into nothing', () => {
  expect(cut('')).toEqual([]);
});

test.each([
  ['paragraphs', '<p>word <b>bold</b></p>'],
  ['one run', 'word <b>bold</b> '],
  ['one word', 'x'],
  ['deep elements', '<div><span>x'],
  ['deep links', '<a href="/">x'],
  ['elements that parsers open again', '<b id="0"><i><p>x'],
  ['tables in tables', '<table><b>x'],
  ['spaces', ' '],
  ['nested elements that are closed', '<b>x<i>y'],
  ['signs', '<'],
])('cuts and reads a hundred thousand characters of %s within a moment', (_name, part) => {
  const html = part.repeat(100_000 / part.length).replaceAll('id="0"', () => `id="${Math.random()}"`);
  const started = performance.now();
  const segments = cut(html);
  for (const segment of segments.slice(0, 300)) readMarkup(segment).wrap('x');
  expect(segments.join('')).toBe(html);
  expect(performance.now() - started).toBeLessThan(4000);
});
