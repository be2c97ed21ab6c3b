import { expect, test } from 'vitest';
import { countStored } from '../../../extension/privacy/count-stored.ts';

const none = { settings: 0, terms: 0, sites: 0, history: 0, languages: 0, other: 0, popupChars: 0 };
const entry = { id: 'a', at: 0, source: 'en', target: 'pt', text: 'a', translation: 'b' };

test.each<[string, Record<string, unknown>, Record<string, unknown>, object]>([
  ['nothing', {}, {}, {}],
  ['the version', { version: 1 }, {}, {}],
  ['settings', { target: 'pt', token: 't', theme: 'dark' }, {}, { settings: 3 }],
  [
    'terms',
    {
      glossary: [
        { source: 'a', target: 'b' },
        { source: 'c', target: '' },
      ],
    },
    {},
    { terms: 2 },
  ],
  ['sites', { siteRules: [{ host: 'example.org', rule: 'never' }] }, {}, { sites: 1 }],
  ['languages', { recentLanguages: ['pt', 'ja'] }, {}, { languages: 2 }],
  ['translations', { 'history:a': entry, 'history:b': { ...entry, id: 'b' } }, {}, { history: 2 }],
  ['whatever else', { loadTimes: {}, isWelcomed: true }, {}, { other: 2 }],
  ['the text in the popup', {}, { draft: 'Hello' }, { popupChars: 5 }],
])('%s is counted', (_what, local, session, counts) => {
  expect(countStored(local, session)).toEqual({ ...none, ...counts });
});
