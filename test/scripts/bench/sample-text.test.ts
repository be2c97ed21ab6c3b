import { expect, it } from 'vitest';
import { createSampleText, cutIntoTokens, translateSample } from '../../../scripts/bench/sample-text.ts';

it.each([1000, 60_000])('makes a text of about %i characters', (chars) => {
  const { length } = createSampleText(chars);
  expect(length).toBeGreaterThanOrEqual(chars);
  expect(length).toBeLessThan(chars + 1000);
});

it('varies the order of the sentences', () => {
  const paragraphs = createSampleText(5000).split('\n\n');
  expect(new Set(paragraphs).size).toBeGreaterThan(paragraphs.length / 2);
});

it.each(['Portuguese', 'German', 'Japanese', 'Russian', 'Arabic'])(
  'translates all of it into %s, in the same paragraphs',
  (language) => {
    const text = createSampleText(5000);
    const translation = translateSample(text, language);
    const sentences = text.split(/(?<=[.?])\s+/);
    expect(sentences.filter((sentence) => translation.includes(sentence))).toEqual([]);
    expect(translation.split('\n\n')).toHaveLength(text.split('\n\n').length);
  },
);

it.each(['Portuguese', 'Japanese', 'Arabic'])(
  'cuts a text in %s into tokens and loses nothing',
  (language) => {
    const text = translateSample(createSampleText(3000), language);
    const tokens = cutIntoTokens(text);
    expect(tokens.join('')).toBe(text);
    expect(text.length / tokens.length).toBeLessThan(6);
  },
);
