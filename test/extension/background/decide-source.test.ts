import { expect, test } from 'vitest';
import {
  decideSource,
  type ClickFacts,
  type TextSource,
} from '../../../extension/background/decide-source.ts';

test.each<[string, ClickFacts, TextSource]>([
  ['the shortcut', {}, 'selection'],
  ['a selection', { selectionText: 'sol' }, 'selection'],
  ['a selection in a link', { selectionText: 'sol', linkUrl: 'https://example.org/' }, 'selection'],
  ['a selection in a field', { selectionText: 'sol', editable: true }, 'selection'],
  ['a link', { linkUrl: 'https://example.org/' }, 'link'],
  [
    'a link with nothing but space selected',
    { selectionText: ' \n', linkUrl: 'https://example.org/' },
    'link',
  ],
  ['a link in an editable text', { linkUrl: 'https://example.org/', editable: true }, 'link'],
  ['a field', { editable: true }, 'field'],
])('%s', (_what, facts, source) => {
  expect(decideSource(facts)).toBe(source);
});
