import { expect, test } from 'vitest';
import { parseSiteHost } from '../../../extension/settings/parse-site-host.ts';

test.each([
  ['example.org', 'example.org'],
  [' Example.ORG ', 'example.org'],
  ['https://www.example.org/a/page?b#c', 'www.example.org'],
  ['http://example.org:8080', 'example.org'],
  ['example.org/path', 'example.org'],
  ['*.example.org', 'example.org'],
  ['.example.org', 'example.org'],
  ['example.org.', 'example.org'],
  ['bücher.example', 'xn--bcher-kva.example'],
  ['localhost', 'localhost'],
  ['127.0.0.1', '127.0.0.1'],
  ['[::1]', '[::1]'],
])('%j is the site %s', (written, host) => {
  expect(parseSiteHost(written)).toBe(host);
});

test.each([
  '',
  ' ',
  'two words',
  'a b.example',
  'http://',
  'user@example.org',
  'a..b',
  'a.*.b',
  'about:blank',
  'file:///a',
])('%j is no site', (written) => {
  expect(parseSiteHost(written)).toBeUndefined();
});
