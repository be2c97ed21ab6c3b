import { expect, test } from 'vitest';
import { installFakeBrowser } from '../fake-browser.ts';

const browser = installFakeBrowser();
const { hasServerPermission } = await import('../../../extension/settings/server-permission.ts');

test.each(['localhost', '127.0.0.1'])('only the permission for %s is needed to call it', async (host) => {
  expect(await hasServerPermission(`${host}:9001`)).toBe(true);
  expect(browser.askedOrigins).toEqual([`http://${host}/*`]);
});
