import { beforeEach, expect, test, vi } from 'vitest';
import { installFakeBrowser } from '../fake-browser.ts';

const browser = installFakeBrowser();
const { loadSettings, saveSettings } = await import('../../../extension/settings/settings.ts');

beforeEach(() => {
  browser.stored = {};
  browser.uiLanguage = 'en-GB';
});

test('at first the server is looked for on port 9000, without a token', async () => {
  expect(await loadSettings()).toMatchObject({ server: '127.0.0.1:9000', token: '' });
});

test.each([
  ['pt-BR', 'pt-BR'],
  ['de-AT', 'de'],
  ['zh-TW', 'zh-Hant'],
  ['tlh', 'en'],
])('until a language is chosen, a browser in %s translates into %s', async (ui, target) => {
  browser.uiLanguage = ui;
  expect((await loadSettings()).target).toBe(target);
});

test.each([
  ['of the wrong kind', { target: 7, server: 5, token: 3 }],
  ['empty', { target: '', server: '', token: '' }],
  ['from elsewhere', { target: 'tlh', server: 'example.org:80', token: null }],
])('settings that are %s count as not set', async (_how, stored) => {
  browser.stored = stored;
  expect(await loadSettings()).toEqual({ target: 'en-GB', server: '127.0.0.1:9000', token: '' });
});

test('a browser that cannot read them leaves the extension as it was at first', async () => {
  const api = (await import('../../../extension/browser.ts')).browser;
  vi.spyOn(api.storage.local, 'get').mockRejectedValueOnce(new Error('IO error'));
  expect(await loadSettings()).toMatchObject({ server: '127.0.0.1:9000' });
});

test('what was saved is there again, and the rest stays as it was', async () => {
  await saveSettings({ target: 'ja' });
  await saveSettings({ server: 'localhost:9001' });
  expect(await loadSettings()).toEqual({ target: 'ja', server: 'localhost:9001', token: '' });
});
