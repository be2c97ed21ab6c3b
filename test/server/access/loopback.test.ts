import { expect, it } from 'vitest';
import { isLoopbackAddress, isLoopbackHost } from '../../../server/access/loopback.ts';

it.each(['127.0.0.1', '127.8.9.1', '::1', '::ffff:127.0.0.1', '::FFFF:127.0.0.1'])(
  'takes a peer at %s for this machine',
  (address) => {
    expect(isLoopbackAddress(address)).toBe(true);
  },
);

it.each([
  undefined,
  '',
  '192.168.1.7',
  '10.0.0.127',
  '::ffff:192.168.1.7',
  '::',
  'fe80::1',
  '2001:db8::1',
  '127.evil',
])('takes a peer at %s for another machine', (address) => {
  expect(isLoopbackAddress(address)).toBe(false);
});

it.each(['localhost', 'LOCALHOST', '[::1]', '::1', '127.0.0.1', '127.0.0.5'])(
  'listens for this machine alone on %s',
  (host) => {
    expect(isLoopbackHost(host)).toBe(true);
  },
);

it.each([
  '0.0.0.0',
  '::',
  '[::]',
  '192.168.1.7',
  'server.lan',
  'localhost.evil.example',
  '127.0.0.1.nip.io',
  '',
])('listens for other machines too on "%s"', (host) => {
  expect(isLoopbackHost(host)).toBe(false);
});
