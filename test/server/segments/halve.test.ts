import fc from 'fast-check';
import { expect, it } from 'vitest';
import { halve } from '../../../server/segments/halve.ts';
import { anyLanguage, anyText, endlessTexts, measureMs } from './hard-texts.ts';

it.each([
  ['a sentence', 'en', ['One sentence is here. ', 'Another one is there, it goes on.']],
  [
    'a sentence behind an abbreviation',
    'en',
    ['They all went to see Mr. Smith. ', 'He was not at home today.'],
  ],
  ['a clause', 'en', ['When all of this had happened, ', 'nobody wanted to say a word']],
  ['a line', 'en', ['a list without a full stop\n', 'another line of that list']],
  ['a word', 'en', ['nobody knows what all ', 'of this is about or for']],
  [
    'a Chinese clause',
    'zh',
    ['今天我们一起去公园里散步然后一起回家吃晚饭，', '明天我们再一起去山上看看风景，走一走吧好不好啊'],
  ],
])('cuts at the end of %s', (_name, language, halves) => {
  expect(halve(halves.join(''), language)).toEqual(halves);
});

it.each([
  ['a short one', 'Hello. World.'],
  ['nothing', ''],
  ['white space', ' '.repeat(100)],
  ['a word between white space', `${' '.repeat(100)}Hello${' '.repeat(100)}`],
])('does not cut %s', (_name, text) => {
  expect(halve(text, 'en')).toBeUndefined();
});

it('leaves an address whole', () => {
  const address = 'https://example.com/a/long/path/to/some/page.html?with=a&query=string';
  expect(halve(`See ${address} there`, 'en')?.some((half) => half.includes(address))).toBe(true);
});

it('cuts any text but a short one in two that are not blank', () => {
  fc.assert(
    fc.property(anyText, anyLanguage, (text, language) => {
      const halves = halve(text, language);
      const core = text.replaceAll('\u0085', ' ').trim();
      expect(halves === undefined).toBe(core.length < 40);
      if (!halves) return;
      expect(halves.join('')).toBe(text);
      expect(halves.every((half) => /[^\s\u0085]/.test(half))).toBe(true);
      expect(halves.every((half) => half.isWellFormed())).toBe(text.isWellFormed());
    }),
  );
});

it('comes to an end when its halves are cut again', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const parts = [text];
      let count = 0;
      for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
        parts.push(...(halve(part, 'und') ?? []));
        count += 1;
      }
      expect(count).toBeLessThan(text.length * 2 + 2);
    }),
    { numRuns: 30 },
  );
});

it.each(endlessTexts)('takes no second for 100,000 characters of %j', (_part, text) => {
  const ms = measureMs(() => {
    expect((halve(text, 'en') ?? [text]).join('')).toBe(text);
  });
  expect(ms).toBeLessThan(1000);
});
