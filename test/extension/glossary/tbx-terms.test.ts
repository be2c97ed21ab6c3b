import { expect, test } from 'vitest';
import { getTbxTerms, type TbxConcept, type TbxFile } from '../../../extension/glossary/tbx-terms.ts';

function concept(languages: Record<string, string[]>): TbxConcept {
  return Object.entries(languages).map(([language, terms]) => ({ language, terms }));
}

const file: TbxFile = {
  mainLanguage: 'en-US',
  concepts: [
    concept({ pt: ['banco', 'instituição'], en: ['bank', 'credit institution'], de: ['Bank'] }),
    concept({ en: ['house'], de: ['Haus'] }),
    concept({ en: [], pt: ['vinho'] }),
    concept({}),
  ],
};
const bank = [
  { source: 'bank', target: 'banco' },
  { source: 'credit institution', target: 'banco' },
];

test.each<[string, TbxFile, string, ReturnType<typeof getTbxTerms>]>([
  ['in the language of the file', file, 'pt-BR', { terms: bank, unreadable: 3 }],
  [
    'in another',
    file,
    'de',
    {
      terms: [
        { source: 'bank', target: 'Bank' },
        { source: 'credit institution', target: 'Bank' },
        { source: 'house', target: 'Haus' },
      ],
      unreadable: 2,
    },
  ],
  [
    'into the language of the file',
    file,
    'en',
    {
      terms: [
        { source: 'banco', target: 'bank' },
        { source: 'instituição', target: 'bank' },
      ],
      unreadable: 3,
    },
  ],
  ['in a language that is not there', file, 'ja', { languages: ['pt', 'en', 'de'] }],
  [
    'in one language alone',
    { mainLanguage: '', concepts: [concept({ pt: ['banco'] })] },
    'pt',
    { languages: ['pt'] },
  ],
  [
    'of nobody knows what',
    { mainLanguage: 'und', concepts: [concept({ und: ['bank'], pt: ['banco'] })] },
    'pt',
    { terms: [{ source: 'bank', target: 'banco' }], unreadable: 0 },
  ],
  ['in nothing', { mainLanguage: 'en', concepts: [] }, 'pt', { languages: [] }],
])('terms %s are found', (_what, given, target, found) => {
  expect(getTbxTerms(given, target)).toEqual(found);
});
