import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutSentences } from '../../../server/segments/cut-sentences.ts';
import { floresLanguages, readFlores } from '../../read-flores.ts';
import { anyLanguage, anyText, endlessTexts, joinSentences, measureMs } from './hard-texts.ts';

it.each([
  ['en', ['Mr. Smith met Dr. Jones in Washington D.C. yesterday. ', 'They talked.']],
  ['en', ['He said "Stop! I am here." and left. ', 'Nobody knew why.']],
  ['en', ['It costs approx. 3.50 dollars. ', 'Is it? ', 'No!']],
  ['en', ['See https://example.com/a.b?c=D!e for more. ', 'Write to first.last@example.co.uk. ', 'Thanks.']],
  ['en', ['Run `git commit. Then push!` first. ', 'It helps.']],
  ['en', ['1. Open the file.\n', '2. Read it.\n', '3. Close it.']],
  ['en', ['- one\r\n', '- two\r\n', '- three']],
  ['de', ['Am 20. März kam z. B. Herr Dr. Meier. ', 'Er blieb bis zum 3. Oktober.']],
  ['fr', ['« Viens ! » dit-il. ', 'M. Dupont vint.']],
  ['es', ['¿Vienes? ', '¡Claro! ', 'El Sr. García también.']],
  ['pt', ['O Sr. Silva chegou. ', 'Foi-se embora.']],
  ['pl', ['Spotkanie jest o godz. 11:20 rano. ', 'Przyjdź.']],
  ['zh', ['他来了。', '“你好！”', '她说。', '2009 年他走了。']],
  ['ja', ['今日は雨です。', '明日は？', '「晴れです。」', '彼は言った。']],
  ['ko', ['오늘은 비가 온다. ', '내일은 맑다.']],
  ['hi', ['वह आया। ', 'फिर चला गया।']],
  ['ar', ['ذهب إلى البيت. ', 'هل عاد؟ ', 'لا.']],
  ['he', ['הוא בא. ', 'היא הלכה (HTTP 2.0). ', 'שלום!']],
  ['ru', ['Он родился в 1990 г. в Москве. ', 'Потом уехал.']],
  ['ka', ['ის მოვიდა. ', 'მერე წავიდა.']],
  ['th', ['สวัสดีครับ วันนี้อากาศดี']],
  ['und', ['First one. ', 'Second one.']],
  ['und', ['他来了。', '她走了。']],
  ['en', ['  \n Hello. ', 'World. \n ']],
  ['en', [' \n ']],
  ['en', []],
])('cuts %s into %j', (language, sentences) => {
  expect(cutSentences(sentences.join(''), language)).toEqual(sentences);
});

it('goes on over a line that was wrapped', () => {
  const wrapped = 'This is a letter whose lines were all wrapped by hand\nbefore they came to their end. ';
  expect(cutSentences(`${wrapped}Here it stops.`, 'en')).toEqual([wrapped, 'Here it stops.']);
});

it('finds sentences behind a quotation mark that is never closed', () => {
  const text = `He said: “I go. ${'This is a sentence. '.repeat(200)}`;
  expect(cutSentences(text, 'en').length).toBeGreaterThan(90);
});

it('tiles any text, the same way each time, and never begins a sentence with white space', () => {
  fc.assert(
    fc.property(anyText, anyLanguage, (text, language) => {
      const sentences = cutSentences(text, language);
      expect(sentences.join('')).toBe(text);
      expect(sentences.slice(1).every((sentence) => /^[^\s\u0085]/.test(sentence))).toBe(true);
      expect(cutSentences(text, language)).toEqual(sentences);
    }),
  );
});

it.each(endlessTexts)('takes no second for 100,000 characters of %j', (_part, text) => {
  const ms = measureMs(() => {
    expect(cutSentences(text, 'en').join('')).toBe(text);
  });
  expect(ms).toBeLessThan(1000);
});

/** Thai has no sign for the end of a sentence. */
const withEnds = floresLanguages.filter((language) => language !== 'th');

describe.each(withEnds)('the 200 sentences of FLORES in %s', (language) => {
  it.each([
    ['in paragraphs of five', 5, 0.9],
    ['in one paragraph', 200, 0.88],
  ])('are found %s', (_name, size, share) => {
    const { found, wrong, all } = countEnds(readFlores(language), language, size);
    expect(found / all).toBeGreaterThan(share);
    // Up to an eighth of the lines hold two sentences.
    expect(wrong / all).toBeLessThan(0.16);
  });
});

function countEnds(
  sentences: readonly string[],
  language: string,
  size: number,
): { found: number; wrong: number; all: number } {
  const count = { found: 0, wrong: 0, all: 0 };
  for (let i = 0; i < sentences.length; i += size) {
    const paragraph = sentences.slice(i, i + size);
    const ends = listEnds(paragraph.map((_, k) => joinSentences(paragraph.slice(0, k + 1), language)));
    const cut = cutSentences(joinSentences(paragraph, language), language);
    const cutEnds = listEnds(
      cut.map((_, k) =>
        cut
          .slice(0, k + 1)
          .join('')
          .trimEnd(),
      ),
    );
    count.found += cutEnds.filter((end) => ends.includes(end)).length;
    count.wrong += cutEnds.filter((end) => !ends.includes(end)).length;
    count.all += ends.length;
  }
  return count;
}

/** Where all but the last of growing texts end. */
function listEnds(texts: readonly string[]): number[] {
  return texts.slice(0, -1).map(({ length }) => length);
}
