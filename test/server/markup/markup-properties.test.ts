import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutMarkup } from '../../../server/markup/cut-markup.ts';
import { readMarkup, type Markup } from '../../../server/markup/read-markup.ts';
import { anyAnswer, anyHtml } from './arbitrary-html.ts';
import { listElements } from './list-elements.ts';

const maxChars = 12;

function cut(html: string, options = { maxChars }): string[] {
  const segments = cutMarkup(html, { text: 0, language: 'en', ...options });
  return segments.map(({ start, end }) => html.slice(start, end));
}

/** A translation, as a careful model makes one: other words, in another order, with all tags. */
function translateWell({ text }: Markup): string {
  return `Então, ${text.replace(/\p{L}{2,}/gu, (word) => word.slice(1) + word.slice(0, 1))}!`;
}

test('segments tile any HTML, and none is empty', () => {
  fc.assert(
    fc.property(anyHtml, fc.integer({ min: 1, max: 40 }), (html, limit) => {
      const segments = cut(html, { maxChars: limit });
      expect(segments.join('')).toBe(html);
      expect(segments).not.toContain('');
    }),
    { numRuns: 1000 },
  );
});

test('a segment is what stands around the text, and the text', () => {
  fc.assert(
    fc.property(anyHtml, (html) => {
      for (const segment of cut(html)) {
        const { lead, trail, plain, text } = readMarkup(segment);
        expect(segment.startsWith(lead) && segment.endsWith(trail)).toBe(true);
        expect(lead.length + trail.length).toBeLessThanOrEqual(segment.length);
        expect(text === '').toBe(plain === '');
      }
    }),
    { numRuns: 1000 },
  );
});

test('a segment holds one run of text at most', () => {
  fc.assert(
    fc.property(anyHtml, (html) => {
      for (const segment of cut(html)) expect(cut(segment, { maxChars: 1000 })).toHaveLength(1);
    }),
    { numRuns: 1000 },
  );
});

test('what the model is asked, sent back, is accepted', () => {
  fc.assert(
    fc.property(anyHtml, (html) => {
      for (const segment of cut(html)) {
        const { lead, trail, text, html: native, ...markup } = readMarkup(segment);
        if (text === '') continue;
        expect(listElements(lead + (markup.numbered.build(text) ?? '') + trail)).toEqual(
          listElements(segment),
        );
        expect(listElements(lead + (markup.native.build(native) ?? '') + trail)).toEqual(
          listElements(segment),
        );
      }
    }),
    { numRuns: 1000 },
  );
});

test('no answer changes the elements of a segment, or of all segments together', () => {
  fc.assert(
    fc.property(anyHtml, fc.array(anyAnswer, { minLength: 1, maxLength: 8 }), (html, answers) => {
      const results = cut(html).map((segment, i) => {
        const markup = readMarkup(segment);
        if (markup.text === '') return segment;
        const answer = answers[i % answers.length] ?? '';
        const result = markup.lead + getTranslation(markup, answer) + markup.trail;
        expect(listElements(result)).toEqual(listElements(segment));
        return result;
      });
      expect(listElements(results.join(''))).toEqual(listElements(html));
    }),
    { numRuns: 2000 },
  );
});

test('no answer changes the elements when a model was not asked for segments', () => {
  fc.assert(
    fc.property(anyHtml, anyAnswer, (html, answer) => {
      const markup = readMarkup(html);
      if (markup.text === '') return;
      const result = markup.lead + getTranslation(markup, answer) + markup.trail;
      expect(listElements(result)).toEqual(listElements(html));
    }),
    {
      numRuns: 2000,
      // What is opened anew only for text needs a text that parsers keep.
      examples: [
        ['<table><b><table>One. Two. ', '\0'],
        ['<p><b><video><p>v</video>', '\0'],
      ],
    },
  );
});

/** An answer with one of its tags or texts in another place. */
function moveTag(text: string, seed: number): string {
  const parts = text.match(/<[^>]*>|[^<]+|</g) ?? [];
  const [moved = ''] = parts.splice(seed % parts.length, 1);
  parts.splice((seed * 7) % (parts.length + 1), 0, moved);
  return parts.join('');
}

/** Each way in turn, with good and bad answers. */
function getTranslation(markup: Markup, answer: string): string {
  const good = translateWell(markup);
  const attempts = [
    () => markup.numbered.build(answer),
    () => markup.native.build(answer),
    () => markup.wrap(answer.trim() === '' ? 'x' : answer),
    () => markup.numbered.build(good),
    () => markup.numbered.build(answer + markup.text),
    () => markup.wrap(good),
    () => markup.numbered.rescue(answer),
    () => markup.numbered.build(moveTag(markup.text, answer.length)),
  ];
  const first = answer.length % attempts.length;
  const results = [...attempts.slice(first), ...attempts.slice(0, first)].map((attempt) => attempt());
  return results.find((result) => result !== undefined) ?? markup.wrap('x');
}
