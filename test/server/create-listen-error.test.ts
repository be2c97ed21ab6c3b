import { expect, it } from 'vitest';
import { createListenError } from '../../server/create-listen-error.ts';

it.each([
  ['EADDRINUSE', /another program.*/, /--port/],
  ['EACCES', /does not allow/, /below 1024.*--port/],
  ['EADDRNOTAVAIL', /does not have that address/, /--host/],
  ['ENOTFOUND', /no machine has that name/, /--host/],
  ['EAFNOSUPPORT', /EAFNOSUPPORT/, /--host or --port/],
])('says what %s means and what to do', (code, reason, hint) => {
  const error = createListenError(Object.assign(new Error('secret'), { code }), { host: '::1', port: 80 });
  expect(error.message).toMatch(/^Cannot listen on ::1 port 80: /);
  expect(error.message).toMatch(reason);
  expect(error.message).not.toContain('secret');
  expect(error.hint).toMatch(hint);
});
