import { expect, test } from 'vitest';
import { searchHistory } from '../../../extension/history/search-history.ts';

const facts = { at: 0, source: 'en', target: 'pt' };
const entries = [
  { ...facts, id: 'a', text: 'Good morning', translation: 'Bom dia, João' },
  { ...facts, id: 'b', text: 'Good night', translation: 'Boa noite' },
];

test.each([
  ['', ['a', 'b']],
  ['  ', ['a', 'b']],
  ['GOOD', ['a', 'b']],
  ['joao', ['a']],
  ['noite good', ['b']],
  ['evening', []],
])('%j is found in %j', (search, ids) => {
  expect(searchHistory(entries, search).map(({ id }) => id)).toEqual(ids);
});
