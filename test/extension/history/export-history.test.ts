import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toAnki, toCsv, toJson } from '../../../extension/history/export-history.ts';
import type { HistoryEntry } from '../../../extension/history/history-entry.ts';

const hard = fc.array(
  fc.constantFrom('"', ',', '\n', '\r', '\t', '=', '+', '-', '@', '＝', '#', ' ', 'a', '😀', "'"),
);
const text = fc.oneof(
  fc.string(),
  hard.map((letters) => letters.join('')),
);
const entry: fc.Arbitrary<HistoryEntry> = fc.record({
  ...{ id: fc.uuid(), at: fc.integer({ min: 0, max: 4_000_000_000_000 }) },
  ...{ source: fc.constant('en'), target: fc.constant('pt'), text, translation: text },
});
const history = fc.array(entry);

/** As RFC 4180 says, for files whose fields are all in quotes. */
function parse(file: string, separator: string, lineEnd: string): string[][] {
  const rows: string[][] = [[]];
  const field = new RegExp(`"((?:[^"]|"")*)"(${separator}|${lineEnd})`, 'gy');
  let read = 0;
  for (const [whole, content = '', after] of file.matchAll(field)) {
    rows.at(-1)?.push(content.replaceAll('""', '"'));
    if (after !== separator) rows.push([]);
    read += whole.length;
  }
  expect(read).toBe(file.length);
  return rows.slice(0, -1);
}

test('CSV reads back as it was, but for what would be run', () => {
  fc.assert(
    fc.property(history, (entries) => {
      const [head, ...rows] = parse(toCsv(entries), ',', '\r\n');
      expect(head).toEqual(['time', 'source', 'target', 'text', 'translation']);
      const fields = rows.map((row) => row.slice(3));
      expect(fields.flat().filter((field) => /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(field))).toEqual([]);
      for (const [index, { text, translation }] of entries.entries()) {
        expect([text, `'${text}`]).toContain(fields[index]?.[0]);
        expect([translation, `'${translation}`]).toContain(fields[index]?.[1]);
      }
    }),
  );
});

test.each([
  ['=1+1', "'=1+1"],
  [' @SUM(A1)', "' @SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['－1', "'－1"],
  ['1 = 1', '1 = 1'],
  ['"=1"', '"=1"'],
])('in CSV %j stands as %j', (text, shown) => {
  const file = toCsv([{ id: 'a', at: 0, source: 'en', target: 'pt', text, translation: '' }]);
  expect(parse(file, ',', '\r\n')[1]).toEqual(['1970-01-01T00:00:00.000Z', 'en', 'pt', shown, '']);
});

test('JSON reads back as it was', () => {
  fc.assert(
    fc.property(history, (entries) => {
      const read = JSON.parse(toJson(entries)) as { time: string; text: string }[];
      const expected = entries.map(({ id: _id, at, ...rest }) => ({
        ...rest,
        time: new Date(at).toISOString(),
      }));
      expect(read).toEqual(expected);
    }),
  );
});

test('notes for Anki read back as they were, and none is taken for a comment', () => {
  fc.assert(
    fc.property(history, (entries) => {
      const head = '#separator:tab\n#html:false\n';
      const file = toAnki(entries);
      expect(file.startsWith(head)).toBe(true);
      const expected = entries.map(({ text, translation }) => [text, translation]);
      expect(parse(file.slice(head.length), '\t', '\n')).toEqual(expected);
    }),
  );
});
