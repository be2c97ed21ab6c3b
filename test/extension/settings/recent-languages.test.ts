import { expect, test } from 'vitest';
import { addRecentLanguage } from '../../../extension/settings/recent-languages.ts';

test.each<[string[], string, string[]]>([
  [[], 'pt', ['pt']],
  [['ja', 'pt'], 'fr', ['fr', 'ja', 'pt']],
  [['ja', 'pt', 'fr'], 'pt', ['pt', 'ja', 'fr']],
  [['a', 'b', 'c', 'd', 'e'], 'f', ['f', 'a', 'b', 'c', 'd']],
  [['a', 'b', 'c', 'd', 'e'], 'e', ['e', 'a', 'b', 'c', 'd']],
])('%j and then %s make %j', (recent, tag, after) => {
  expect(addRecentLanguage(recent, tag)).toEqual(after);
});
