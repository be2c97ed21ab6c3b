import { expect, test } from 'vitest';
import { decodeText } from '../../../extension/files/decode-text.ts';

test.each<[string, number[]]>([
  ['UTF-8', [0xc3, 0xa4, 0x62]],
  ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, 0xc3, 0xa4, 0x62]],
  ['UTF-16 with a mark', [0xff, 0xfe, 0xe4, 0, 0x62, 0]],
  ['the other UTF-16', [0xfe, 0xff, 0, 0xe4, 0, 0x62]],
  ['windows-1252', [0xe4, 0x62]],
])('%s is read', (_name, bytes) => {
  expect(decodeText(new Uint8Array(bytes))).toBe('äb');
});
