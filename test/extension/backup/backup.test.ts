import { expect, test } from 'vitest';
import { readBackup, writeBackup } from '../../../extension/backup/backup.ts';
import { settingsVersion } from '../../../extension/settings/migrate-settings.ts';

const stored = {
  ...{ version: settingsVersion, target: 'pt-BR', secondTarget: '', recentLanguages: ['pt-BR', 'ja'] },
  ...{ server: 'localhost:9001', token: 'a token', engine: 'ollama', model: 'm', formality: 'more' },
  ...{
    instructions: 'Be brief.',
    glossary: [
      { source: 'bank', target: 'banco' },
      { source: '', target: 'casa' },
    ],
  },
  ...{
    siteRules: [
      { host: 'example.org', rule: 'never' },
      { host: 'example.com', rule: 'ja' },
    ],
  },
  ...{ iconAtSelection: true, translateAtOnce: false, atOnceKey: 'shift', keepHistory: true },
  ...{ theme: 'dark', textSize: 'large' },
};
const history = [{ id: 'a', at: 1, source: 'en', target: 'pt', text: 'Hello', translation: 'Olá' }];
const { version: _version, token: _token, ...withoutToken } = stored;

test('a backup is read as it was written, with secrets only where they are wanted', () => {
  const plain = writeBackup({ ...stored, ofAnotherPart: 1 }, history, {
    withHistory: false,
    withToken: false,
  });
  expect(plain).not.toMatch(/a token|Hello/);
  expect(readBackup(plain)).toEqual({ settings: withoutToken, history: [] });
  const whole = writeBackup(stored, history, { withHistory: true, withToken: true });
  expect(readBackup(whole)).toEqual({ settings: { ...withoutToken, token: 'a token' }, history });
});

test('what was never set is not in it, and what makes no sense neither', () => {
  const written = writeBackup({ target: 'pt', theme: 7 }, [], { withHistory: true, withToken: true });
  expect(readBackup(written)).toEqual({
    settings: { target: 'pt', recentLanguages: ['pt'], theme: 'system' },
    history: [],
  });
});

const file = { format: 'dragoman-backup', version: settingsVersion, settings: {} };

test('a backup of an older version is brought to this one', () => {
  const old = { ...file, version: 0, settings: { target: 'pt_br', server: 'localhost' } };
  expect(readBackup(JSON.stringify(old))).toEqual({
    settings: { target: 'pt-BR', server: 'localhost:9000', recentLanguages: ['pt-BR'] },
    history: [],
  });
});

test.each<[string, unknown]>([
  ['{', { kind: 'foreign' }],
  ['', { kind: 'foreign' }],
  ['null', { kind: 'foreign' }],
  ['[]', { kind: 'foreign' }],
  ['"dragoman-backup"', { kind: 'foreign' }],
  [JSON.stringify({ ...file, format: 'other' }), { kind: 'foreign' }],
  [JSON.stringify({ ...file, version: settingsVersion + 1, settings: 'anything' }), { kind: 'newer' }],
  [JSON.stringify({ ...file, version: -1 }), { kind: 'damaged', where: 'version' }],
  [JSON.stringify({ ...file, version: 'x' }), { kind: 'damaged', where: 'version' }],
  [JSON.stringify({ ...file, settings: [] }), { kind: 'damaged', where: 'settings' }],
  [JSON.stringify({ ...file, settings: { target: 'tlh' } }), { kind: 'damaged', where: 'target' }],
  [
    JSON.stringify({ ...file, settings: { secondTarget: 'tlh' } }),
    { kind: 'damaged', where: 'secondTarget' },
  ],
  [JSON.stringify({ ...file, settings: { server: 'example.org' } }), { kind: 'damaged', where: 'server' }],
  [JSON.stringify({ ...file, settings: { theme: 'pink' } }), { kind: 'damaged', where: 'theme' }],
  [JSON.stringify({ ...file, settings: { keepHistory: 'no' } }), { kind: 'damaged', where: 'keepHistory' }],
  [
    JSON.stringify({ ...file, settings: { glossary: [{ source: 'a', target: 'b' }, 7] } }),
    { kind: 'damaged', where: 'glossary' },
  ],
  [JSON.stringify({ ...file, settings: { glossary: 'a' } }), { kind: 'damaged', where: 'glossary' }],
  [JSON.stringify({ ...file, history: [{ id: 'a' }] }), { kind: 'damaged', where: 'history.0.at' }],
])('%s is refused', (text, fault) => {
  expect(readBackup(text)).toEqual(fault);
});

test('what this version does not know is left out', () => {
  const text = JSON.stringify({
    ...file,
    settings: { target: 'pt', recentLanguages: [], unknown: 1 },
    other: 2,
  });
  expect(readBackup(text)).toEqual({ settings: { target: 'pt', recentLanguages: [] }, history: [] });
});
