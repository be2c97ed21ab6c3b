import fc from 'fast-check';

/** Sentences as they follow one another in a paragraph of a language. */
export function joinSentences(sentences: readonly string[], language: string): string {
  return sentences.join(language === 'zh' || language === 'ja' ? '' : ' ');
}

const pieces = [
  ...[
    'a',
    'Word',
    'I am. ',
    'Dr. ',
    'e.g. ',
    ', ',
    '; ',
    '"',
    '“',
    '”',
    '(',
    ')',
    '。',
    '、',
    '？',
    '「',
    '」',
    '漢字',
    'かな',
    '한국어 ',
  ],
  ...[
    'ภาษาไทย',
    'שלום ',
    'مرحبا، ',
    'नमस्ते। ',
    'ქართული ',
    'Ἕλλην ',
    '1. ',
    '3.14',
    '- ',
    '* ',
    '`a b`',
    '```\ncode\n```',
    '`',
  ],
  ...[
    'https://example.com/a?b=c.d ',
    'me@example.org',
    '{{name}}',
    '<b class="x">',
    '</b>',
    '{',
    '<',
    '@',
    '://',
    'www.',
  ],
  ...['👨‍👩‍👧‍👦', '🇫🇷', '👍🏽', '❤️', 'e\u0301', '\u200d', '\ud83d', '\udc68', '\0', '\ufeff', '\u200b'],
  ...[' ', '   ', '\t', '\n', '\r\n', '\r', '\n\n', '\u0085', '\u2028', '\u2029', '\u3000', '\u00a0'],
];

/** Any Unicode, and what is hard to cut, often repeated. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 120 }).map((parts) => parts.join('')),
  fc
    .tuple(fc.constantFrom(...pieces), fc.integer({ min: 1, max: 400 }))
    .map(([part, count]) => part.repeat(count)),
);

/** Languages that are cut in different ways. */
export const anyLanguage: fc.Arbitrary<string> = fc.constantFrom(
  'und',
  'en',
  'de',
  'ja',
  'zh-Hans',
  'th',
  'he',
  'hi',
  'pt-BR',
);

/** Texts of 100,000 characters that take a careless search quadratic time. */
export const endlessTexts: readonly [name: string, text: string][] = [
  'a',
  '漢',
  '😀',
  '👨‍👩‍👧‍👦',
  '🇫🇷',
  '.',
  'A. ',
  '"',
  '“a ',
  '! “x',
  '?! ',
  '\n',
  'a\n',
  '`',
  '`a',
  '``` a ',
  '{{a ',
  '<a ',
  'a@',
  'a.',
  'a:/',
  'www.',
  'https://a.b/c ',
  'ภาษาไทย',
  '\ud800',
  '\ud800. A',
  'e\u0301',
  ', ',
  '1234567890',
].map((part) => [part, part.repeat(Math.ceil(100_000 / part.length))]);

/** Milliseconds of processor time that some work takes, which do not grow when others use the machine. */
export function measureMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  return process.cpuUsage(before).user / 1000;
}
