import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCsv, writeCsv } from '../../../extension/files/csv.ts';

const hard = fc
  .array(
    fc.constantFrom(
      '"',
      ',',
      ';',
      '\t',
      '\n',
      '\r',
      '\r\n',
      "'",
      '=',
      '+',
      '-',
      '@',
      '＝',
      '\0',
      ' ',
      'ä',
      '😀',
    ),
  )
  .map((letters) => letters.join(''));
const field = fc.oneof(fc.string(), hard);
const row = fc.array(field, { minLength: 1 }).filter((fields) => fields.some((one) => one !== ''));

test('what was written is read as it was', () => {
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      expect(parseCsv(writeCsv(rows))).toEqual(rows);
      expect(parseCsv(`\ufeff${writeCsv(rows)}`)).toEqual(rows);
    }),
  );
});

test('nothing that was written begins like a formula', () => {
  fc.assert(
    fc.property(field, (text) => {
      const written = writeCsv([[text]])
        .slice(1, -3)
        .replaceAll('""', '"');
      expect(written).not.toMatch(/^(?:[\s\0]*[=+\-@＝＋－＠]|[\t\r\n])/u);
    }),
  );
});

test('any text is read as some rows', () => {
  fc.assert(fc.property(field, (text) => Array.isArray(parseCsv(text))));
});

test.each<[string, string, string[][]]>([
  [
    'bare fields',
    'a,b\r\nc,d',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'line feeds alone',
    'a,b\nc,d\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'carriage returns alone',
    'a,b\rc,d\r',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['quotes, commas and line breaks in quotes', '"a ""b"", c","d\r\ne"', [['a "b", c', 'd\r\ne']]],
  ['a mark at the beginning', '\ufeffa,b', [['a', 'b']]],
  [
    'semicolons',
    'Bank;Bank, die\nHaus;"casa; lar"',
    [
      ['Bank', 'Bank, die'],
      ['Haus', 'casa; lar'],
    ],
  ],
  ['a separator that is told', '\ufeffsep=;\r\na,b;c\r\n', [['a,b', 'c']]],
  [
    'tabs',
    'a, b\tc\nd\te',
    [
      ['a, b', 'c'],
      ['d', 'e'],
    ],
  ],
  [
    'empty fields and lines',
    'a,\n\n,b\n,,\n',
    [
      ['a', ''],
      ['', 'b'],
    ],
  ],
  [
    'a quote in the middle',
    'a"b,c"\nd,e',
    [
      ['a"b', 'c"'],
      ['d', 'e'],
    ],
  ],
  [
    'a quote that never ends',
    '"a,b\nc,d',
    [
      ['"a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['something after a quote', '"a"b,c', [['ab', 'c']]],
  ['an apostrophe against formulas', "'=1,'quoted'", [['=1', "'quoted'"]]],
  ['nothing', '', []],
])('%s is read', (_what, text, rows) => {
  expect(parseCsv(text)).toEqual(rows);
});

test('a field of a million quotes is read in no time', () => {
  const rows = [['"'.repeat(1_000_000), ',;\t'.repeat(100_000)]];
  expect(parseCsv(writeCsv(rows))).toEqual(rows);
});
