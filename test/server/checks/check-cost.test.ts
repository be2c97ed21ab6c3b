import { beforeAll, expect, test } from 'vitest';
import type { CheckSubject } from '../../../server/checks/check.ts';
import { checkTranslation } from '../../../server/checks/check-translation.ts';
import type { Detector } from '../../../server/languages/detector.ts';
import { loadDetector } from '../../../server/languages/load-detector.ts';

let detect: Detector;

beforeAll(async () => {
  detect = await loadDetector();
});

/** Ten times what it takes on a machine with nothing else to do; what isn't in proportion takes minutes. */
const maxMs = 3000;

const pathological = [
  'a',
  'a ',
  'a.',
  'a@',
  'a_',
  'www.',
  'http://',
  '!',
  '`',
  '`\n',
  '```',
  '{',
  '{{',
  '%',
  '%(',
  '<1',
  '1',
  '1 ',
  '1,',
  '1 000 ',
  '10万',
  '-',
  '--a',
  '- ',
  '\n',
  '/*',
  '//',
  '"',
  '?',
  '(',
  '漢',
  'か',
  'ก',
  '한',
  '٣',
  'é',
  'e\u0301',
  '\u0301',
  '😀',
  '\ud800',
  "I can't ",
  'note: ',
  'mailto:',
  'a()',
  ' ',
];

test.each(pathological)('100,000 characters of %j take no more than time in proportion', (unit) => {
  const text = unit.repeat(Math.ceil(100_000 / unit.length)).slice(0, 100_000);
  const begin = performance.now();
  const glossary = [{ source: unit, target: 'x' }];
  checkTranslation({ ...createSubject(`x ${text}`, `${text} y`, 'en', 'de'), glossary });
  expect(performance.now() - begin).toBeLessThan(maxMs);
});

test.each([
  ['numbers', (i: number) => `${i} `],
  ['small numbers', (i: number) => `${i % 60} ${i} x `],
  ['centuries and decades', (i: number) => `${i % 100}世纪 ${i % 100}s `],
  ['code words', (i: number) => `a_${i} `],
  ['pieces of code', (i: number) => `\`a ${i}\` `],
  ['addresses', (i: number) => `http://x.y/${i} `],
  ['mailboxes', (i: number) => `a${i}@b.cd `],
  ['placeholders', (i: number) => `{a${i}} `],
  ['sentences', (i: number) => `Sentence number ${String.fromCharCode(97 + (i % 26))}. `],
  ['lines', (i: number) => `- ${i}\n`],
])(
  '100,000 characters of all different %s that are missing take no more than time in proportion',
  (_, create) => {
    const source = Array.from({ length: 20_000 }, (_unused, i) => create(i + 3))
      .join('')
      .slice(0, 100_000);
    const translation = 'wort 7654321 '.repeat(7_700);
    const begin = performance.now();
    checkTranslation(createSubject(source, translation, 'en', 'de'));
    checkTranslation(createSubject(translation, source, 'en', 'de'));
    expect(performance.now() - begin).toBeLessThan(maxMs);
  },
);

test('A paragraph takes about a millisecond', () => {
  const subject = createSubject(
    'The quick brown fox jumps over the lazy dog. '.repeat(12),
    'Der schnelle braune Fuchs springt über den faulen Hund. '.repeat(12),
    'en',
    'de',
  );
  const times = Array.from({ length: 50 }, () => {
    const begin = performance.now();
    checkTranslation(subject);
    return performance.now() - begin;
  });
  // The quickest: the machine may be busy with other things.
  expect(Math.min(...times)).toBeLessThan(2);
});

function createSubject(source: string, translation: string, from: string, to: string): CheckSubject {
  return { source, translation, sourceLanguage: from, targetLanguage: to, glossary: [], detect };
}
