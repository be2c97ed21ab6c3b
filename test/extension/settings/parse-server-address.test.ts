import { expect, test } from 'vitest';
import { parseServerAddress } from '../../../extension/settings/parse-server-address.ts';

test.each([
  ['localhost', 'localhost:9000'],
  ['127.0.0.1:9001', '127.0.0.1:9001'],
  ['http://localhost:80/', 'localhost:80'],
  [' HTTP://LocalHost:09000 ', 'localhost:9000'],
  ['127.0.0.1:65535', '127.0.0.1:65535'],
])('%j is the server at %s', (written, address) => {
  expect(parseServerAddress(written)).toBe(address);
});

test.each([
  '',
  'example.org',
  '192.168.0.2:9000',
  '127.0.0.2',
  '0.0.0.0:9000',
  '[::1]:9000',
  'https://localhost:9000',
  'localhost:0',
  'localhost:65536',
  'localhost:9000/translate',
  'localhost:9000@example.org',
  'user@localhost',
  'localhost.example.org',
])('%j is no address that the extension may use', (written) => {
  expect(parseServerAddress(written)).toBeUndefined();
});
