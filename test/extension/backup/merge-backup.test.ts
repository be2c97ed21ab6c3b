import { expect, test } from 'vitest';
import { mergeBackup } from '../../../extension/backup/merge-backup.ts';
import type { HistoryEntry } from '../../../extension/history/history-entry.ts';

function entry(id: string, at: number): HistoryEntry {
  return { id, at, source: 'en', target: 'pt', text: `text ${id}`, translation: id };
}

const empty = { settings: { glossary: [], siteRules: [] }, history: [], isAllowed: true };

test('lists get what they lack, other settings are those of the backup', () => {
  const present = {
    ...empty,
    settings: {
      glossary: [
        { source: 'bank', target: 'mine' },
        { source: '', target: 'half' },
      ],
      siteRules: [{ host: 'example.org', rule: 'never' }],
    },
  };
  const settings = {
    target: 'ja',
    glossary: [
      { source: 'Bank', target: 'theirs' },
      { source: 'house', target: 'casa' },
      { source: '', target: 'half' },
    ],
    siteRules: [
      { host: 'example.org', rule: 'ja' },
      { host: 'example.com', rule: 'pt' },
    ],
  };
  expect(mergeBackup({ settings, history: [] }, present).settings).toEqual({
    target: 'ja',
    glossary: [{ source: 'house', target: 'casa' }, ...present.settings.glossary],
    siteRules: [...present.settings.siteRules, { host: 'example.com', rule: 'pt' }],
  });
});

test('translations are added, as many as there is room for', () => {
  const past = [entry('new', 1000), entry('same', 500)];
  const more = [
    entry('same', 500),
    ...Array.from({ length: 199 }, (_, index) => entry(`old${index}`, index)),
  ];
  const change = mergeBackup({ settings: {}, history: more }, { ...empty, history: past });
  expect(change.history.length).toBe(198);
  expect(change.history).not.toContainEqual(entry('old0', 0));
  expect(change.outdated).toEqual([]);
  const newer = Array.from({ length: 200 }, (_, index) => entry(`newer${index}`, 2000 + index));
  expect(mergeBackup({ settings: {}, history: newer }, { ...empty, history: past }).outdated).toEqual([
    'new',
    'same',
  ]);
});

test.each([
  [true, true, false],
  [false, false, true],
])('with the permission %s, what needs it is on: %s', (isAllowed, isOn, lacksPermission) => {
  const backup = { settings: { iconAtSelection: true, translateAtOnce: true }, history: [] };
  const change = mergeBackup(backup, { ...empty, isAllowed });
  expect(change.settings).toMatchObject({ iconAtSelection: isOn, translateAtOnce: isOn });
  expect(change.lacksPermission).toBe(lacksPermission);
});
