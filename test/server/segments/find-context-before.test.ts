import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findContextBefore } from '../../../server/segments/find-context-before.ts';
import { anyLanguage, anyText, measureMs } from './hard-texts.ts';

const end = '|';
const long = 'word '.repeat(100);

it.each([
  ['nothing at the beginning', '|', ''],
  ['nothing behind white space', ' \n |', ''],
  ['one sentence', 'One here. |', 'One here.'],
  ['the last three sentences', 'One. Two is 2. Three. Four. |', 'Two is 2. Three. Four.'],
  ['sentences that are whole', `${'x'.repeat(280)} is long. Two is short. |`, 'Two is short.'],
  ['no abbreviation as a sentence', 'We saw Mr. Smith. He left. |', 'We saw Mr. Smith. He left.'],
  ['at most two paragraphs', 'One.\n\nTwo.\n\nThree.\n\n|', 'Two.\n\nThree.'],
  ['part of a sentence, where the text was cut in it', 'One. Two and then |', 'One. Two and then'],
  ['the end of a sentence that is too long, from a word on', `${long}end. |`, `${'word '.repeat(59)}end.`],
  ['the end of a word that is too long', `${'x'.repeat(1000)}|`, 'x'.repeat(300)],
])('gives %s', (_name, text, context) => {
  expect(findContextBefore(text, text.indexOf(end), { language: 'en' })).toBe(context);
});

it('gives Chinese sentences', () => {
  const text = '第一句。第二句。第三句。第四句。';
  expect(findContextBefore(text, text.length, { language: 'zh' })).toBe('第二句。第三句。第四句。');
});

it('does not begin with a sentence of which it sees only the end', () => {
  const text = `${'One more word, '.repeat(60)}end. Two. Three.`;
  expect(findContextBefore(text, text.length, { language: 'en' })).toBe('Two. Three.');
});

it('is a trimmed part of what comes before, and never too long, for any text', () => {
  fc.assert(
    fc.property(
      anyText,
      anyLanguage,
      fc.nat(),
      fc.integer({ min: 1, max: 100 }),
      (text, language, at, maxChars) => {
        const start = at % (text.length + 1);
        const context = findContextBefore(text, start, { language, maxChars });
        expect(text.slice(0, start)).toContain(context);
        expect(context.length).toBeLessThanOrEqual(maxChars);
        expect(context.trim()).toBe(context);
        expect(context.isWellFormed() || !text.slice(0, start).isWellFormed()).toBe(true);
      },
    ),
  );
});

it('looks only at the end of a long text', () => {
  const text = 'This is a sentence. '.repeat(50_000);
  const ms = measureMs(() => {
    for (let i = 0; i < 20; i += 1) findContextBefore(text, text.length, { language: 'en' });
  });
  expect(ms).toBeLessThan(500);
});
