import { expect, test } from 'vitest';
import { writeTbx } from '../../../extension/glossary/write-tbx.ts';

test('whole terms are written, with what XML can hold of them', () => {
  const terms = [
    { source: 'a < b & c > d', target: '"e" \r' },
    { source: 'half', target: '' },
    { source: 'x\0\u0001\ud800\uffff', target: 'y' },
  ];
  const written = writeTbx(terms, 'pt-BR');
  expect(written).toMatch(
    /^<\?xml version="1.0" encoding="UTF-8"\?>\n<martif type="TBX-Basic" xml:lang="und">/,
  );
  expect(
    [...written.matchAll(/<langSet xml:lang="(.+?)"><tig><term>([^<]*)<\/term>/g)].map((match) =>
      match.slice(1),
    ),
  ).toEqual([
    ['und', 'a &lt; b &amp; c &gt; d'],
    ['pt-BR', '"e" &#13;'],
    ['und', 'x\ufffd'],
    ['pt-BR', 'y'],
  ]);
});
