import { expect, it } from 'vitest';
import { listSources } from './list-sources.ts';

const sheets = listSources(['extension', 'server/pages', 'shared'], /\.css$/).join('\n');

/** Left and right would stay where they are when the interface is written from the right. */
const physical =
  /(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right)|(?:text-align|float|clear): *(?:left|right)|[;{\s](?:left|right):|border-(?:top|bottom)-(?:left|right)-radius|(?:margin|padding): *\S+ (?<right>\S+) \S+ (?!\k<right>;)\S+;/g;

it('lays everything out by where a line begins and ends', () => {
  expect(sheets.length).toBeGreaterThan(1000);
  expect(sheets.match(physical)).toBeNull();
});

it('knows a side when it sees one', () => {
  const wrong = [
    'a { margin-left: 1px; }',
    'a { left: 0; }',
    'a { text-align: right; }',
    'a { padding: 0 1px 0 2px; }',
  ];
  expect(wrong.filter((rule) => rule.match(physical) === null)).toEqual([]);
  expect('a { padding: 0 1px 0 1px; inset: 0 auto auto var(--left); }'.match(physical)).toBeNull();
});
