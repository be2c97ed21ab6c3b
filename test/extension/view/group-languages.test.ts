import { expect, test } from 'vitest';
import { listLanguageChoices } from '../../../extension/messages/list-language-choices.ts';
import { groupLanguages } from '../../../extension/view/group-languages.ts';

const languages = listLanguageChoices();

function listTags(recent: string[]): [string, string[]][] {
  return groupLanguages(languages, recent).map(({ label, choices }) => [
    label,
    choices.map(({ tag }) => tag),
  ]);
}

const all = languages.map(({ tag }) => tag);

test('the last languages come first, the newest before all, and once more in their place', () => {
  expect(listTags(['pt', 'ja'])).toEqual([
    ['Recent', ['pt', 'ja']],
    ['All languages', all],
  ]);
});

test.each([[[]], [['no language']]])('without any (%j) it is one list without a name', (recent) => {
  expect(listTags(recent)).toEqual([['', all]]);
});
