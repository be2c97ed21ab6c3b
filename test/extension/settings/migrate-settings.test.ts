import { expect, test } from 'vitest';
import {
  getSettingsVersion,
  migrateSettings,
  settingsVersion,
  type StoredSettings,
} from '../../../extension/settings/migrate-settings.ts';

test.each<[unknown, number]>([
  [undefined, 0],
  [1, 1],
  [7, 7],
  [0, 0],
  [-1, 0],
  [1.5, 0],
  ['1', 0],
  [null, 0],
])('a version of %j is %i', (version, number) => {
  expect(getSettingsVersion({ version })).toBe(number);
});

test.each<[string, StoredSettings, StoredSettings]>([
  ['an empty profile', {}, { version: 1 }],
  [
    'an old profile',
    { target: 'pt_br', server: 'localhost:9001', token: 't' },
    { target: 'pt_br', server: 'localhost:9001', token: 't', recentLanguages: ['pt-BR'], version: 1 },
  ],
  ['one with a damaged language', { target: 7 }, { target: 7, version: 1 }],
  [
    'one whose version was lost',
    { target: 'pt', recentLanguages: ['ja'], version: 'x' },
    { target: 'pt', recentLanguages: ['ja'], version: 1 },
  ],
  ['one of today', { target: 'pt', version: 1 }, { target: 'pt', version: 1 }],
  ['one of the future', { target: { tag: 'pt' }, version: 9 }, { target: { tag: 'pt' }, version: 9 }],
])('%s comes to the version of this build', (_what, stored, migrated) => {
  expect(migrateSettings(stored)).toEqual(migrated);
  expect(migrateSettings(migrated)).toEqual(migrated);
});

test('every released version has its migration', () => {
  expect(settingsVersion).toBe(1);
});
