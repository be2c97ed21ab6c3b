import { beforeEach, expect, test } from 'vitest';
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

test('what was saved is there again, and the rest stays as it was', async () => {
  await saveSettings({ target: 'ja' });
  await saveSettings({ server: 'localhost:9001' });
  expect(await loadSettings()).toEqual({ target: 'ja', server: 'localhost:9001', token: '' });
});
