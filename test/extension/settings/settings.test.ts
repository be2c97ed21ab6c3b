import { beforeEach, expect, test, vi } from 'vitest';
import { installFakeBrowser } from '../fake-browser.ts';

const browser = installFakeBrowser();
const { loadSettings, saveSettings } = await import('../../../extension/settings/settings.ts');

const atFirst = {
  ...{ target: 'en-GB', secondTarget: '', recentLanguages: [], server: '127.0.0.1:9000', token: '' },
  ...{ engine: '', model: '', formality: 'default', instructions: '', glossary: [], siteRules: [] },
  ...{ iconAtSelection: false, translateAtOnce: false, atOnceKey: 'alt', keepHistory: false },
  overlaySize: undefined,
  showsOriginal: false,
  ...{ theme: 'system', textSize: 'medium' },
};

beforeEach(() => {
  browser.stored = {};
  browser.languages = ['en-GB'];
});

test('at first nothing is asked of the translation, and the server is looked for on port 9000', async () => {
  expect(await loadSettings()).toEqual(atFirst);
});

test('until languages are chosen, they are the first two of the browser', async () => {
  browser.languages = ['de-AT', 'de', 'fr', 'en'];
  expect(await loadSettings()).toMatchObject({ target: 'de', secondTarget: 'fr' });
  browser.stored = { target: 'ja', secondTarget: '' };
  expect(await loadSettings()).toMatchObject({ target: 'ja', secondTarget: '' });
});

test.each<[string, unknown[]]>([
  ['of the wrong kind', [7, {}, 'true', [[]]]],
  ['null', [null]],
  ['from elsewhere', ['tlh', 'example.org:80']],
])('settings that are %s count as not set', async (_how, values) => {
  for (const value of values) {
    browser.stored = Object.fromEntries(Object.keys(atFirst).map((key) => [key, value]));
    // Any text may be one of these.
    const { token, instructions, model, ...others } = await loadSettings();
    const { token: _, instructions: _1, model: _2, ...expected } = atFirst;
    expect(others).toEqual(expected);
    expect([token, instructions, model].every((text) => text === '' || text === value)).toBe(true);
  }
});

test('of a list only what makes no sense is left out', async () => {
  browser.stored = {
    recentLanguages: ['pt', 'tlh', 5, 'iw', 'ja', 'fr', 'es', 'de'],
    glossary: [{ source: 'bank', target: 'banco' }, { source: '', target: '' }, { source: 'a' }, 'b'],
    siteRules: [
      { host: 'example.org', rule: 'never' },
      { host: 'example.com', rule: 'pt_br' },
      { host: 'example.net', rule: 'tlh' },
    ],
  };
  expect(await loadSettings()).toMatchObject({
    recentLanguages: ['pt', 'he', 'ja', 'fr', 'es'],
    glossary: [{ source: 'bank', target: 'banco' }],
    siteRules: [
      { host: 'example.org', rule: 'never' },
      { host: 'example.com', rule: 'pt-BR' },
    ],
  });
});

test('a browser that cannot read them leaves the extension as it was at first', async () => {
  const api = (await import('../../../extension/browser.ts')).browser;
  vi.spyOn(api.storage.local, 'get').mockRejectedValueOnce(new Error('IO error'));
  expect(await loadSettings()).toMatchObject({ server: '127.0.0.1:9000' });
});

test('what was saved is there again, and the rest stays as it was, sense or not', async () => {
  browser.stored = { instructions: 7, ofAnotherPart: 'kept' };
  expect(await saveSettings({ target: 'ja' })).toBe(true);
  await saveSettings({ server: 'localhost:9001' });
  expect(await loadSettings()).toEqual({
    ...atFirst,
    target: 'ja',
    secondTarget: 'en-GB',
    server: 'localhost:9001',
  });
  expect(browser.stored).toMatchObject({ version: 1, instructions: 7, ofAnotherPart: 'kept' });
});

test('a profile from before there were versions keeps all it had', async () => {
  const old = { target: 'pt-BR', server: 'localhost:9001', token: 'a token' };
  browser.stored = { ...old };
  expect(await loadSettings()).toMatchObject({ ...old, recentLanguages: ['pt-BR'] });
  await saveSettings({ token: 'another' });
  expect(browser.stored).toEqual({ ...old, token: 'another', recentLanguages: ['pt-BR'], version: 1 });
});

test('what a newer version has stored is read as far as it makes sense, and never written over', async () => {
  const newer = { version: 2, target: 'fr', glossary: 'in a file' };
  browser.stored = { ...newer };
  expect(await saveSettings({ target: 'ja', glossary: [] })).toBe(false);
  expect(browser.stored).toEqual(newer);
  expect(await loadSettings()).toMatchObject({ target: 'fr', glossary: [] });
});
