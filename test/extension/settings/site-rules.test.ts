import { expect, test } from 'vitest';
import { findSiteRule } from '../../../extension/settings/site-rules.ts';

const rules = [
  { host: 'example.org', rule: 'never' },
  { host: 'Docs.Example.org', rule: 'ja' },
  { host: 'localhost', rule: 'pt' },
];

test.each<[string | undefined, string | undefined]>([
  ['https://example.org/a?b#c', 'never'],
  ['http://example.org:8080', 'never'],
  ['https://www.example.org/', 'never'],
  ['https://docs.example.org/', 'ja'],
  ['https://old.docs.EXAMPLE.org/', 'ja'],
  ['https://notexample.org/', undefined],
  ['https://example.org.evil.test/', undefined],
  ['https://org/', undefined],
  ['http://localhost/', 'pt'],
  ['file:///home/example.org', undefined],
  ['about:blank', undefined],
  ['', undefined],
  ['no address', undefined],
  [undefined, undefined],
])('on %j holds %j', (url, rule) => {
  expect(findSiteRule(rules, url)).toBe(rule);
});
