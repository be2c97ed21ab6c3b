import { expect, it } from 'vitest';
import { getTexts, originalRequestSchema, translateRequestSchema } from '../../shared/translate-request.ts';

const good: [string, object][] = [
  ['one text', { text: 'a', target: 'pt' }],
  ['several texts', { texts: ['a', '', ' '], target: 'pt' }],
  [
    'every option',
    {
      text: 'a',
      target: 'pt',
      source: 'en',
      engine: 'ollama',
      model: 'm',
      context: { before: 'b', after: 'c', title: 't' },
      instructions: 'i',
      formality: 'more',
      glossary: [{ source: 'a', target: 'b' }],
      format: 'html',
      priority: 'batch',
      resume: true,
    },
  ],
];

const bad: [string, unknown][] = [
  ['nothing', undefined],
  ['null', null],
  ['an array', []],
  ['a string', 'a'],
  ['neither text nor texts', { target: 'pt' }],
  ['both text and texts', { text: 'a', texts: ['a'], target: 'pt' }],
  ['an empty text', { text: '', target: 'pt' }],
  ['no texts', { texts: [], target: 'pt' }],
  ['a number as text', { text: 1, target: 'pt' }],
  ['null as text', { text: null, target: 'pt' }],
  ['a text that is no string among texts', { texts: ['a', 1], target: 'pt' }],
  ['no target', { text: 'a' }],
  ['an empty target', { text: 'a', target: '' }],
  ['an unknown field', { text: 'a', target: 'pt', tone: 'x' }],
  ['an unknown field of the context', { text: 'a', target: 'pt', context: { url: 'x' } }],
  ['an unknown engine', { text: 'a', target: 'pt', engine: 'x' }],
  ['an unknown formality', { text: 'a', target: 'pt', formality: 'x' }],
  ['a lone high surrogate', { text: 'a\uD800', target: 'pt' }],
  ['a lone low surrogate in texts', { texts: ['\uDC00'], target: 'pt' }],
  [
    'a lone surrogate in the glossary',
    { text: 'a', target: 'pt', glossary: [{ source: '\uD800', target: 'b' }] },
  ],
  ['a string as resume', { text: 'a', target: 'pt', resume: 'true' }],
];

it.each(good)('accepts %s', (_name, body) => {
  expect(translateRequestSchema.safeParse(body).success).toBe(true);
});

it.each(bad)('refuses %s', (_name, body) => {
  expect(translateRequestSchema.safeParse(body).success).toBe(false);
});

it('lets the server find the source out, and ends with its reader, unless told otherwise', () => {
  expect(translateRequestSchema.parse({ text: 'a', target: 'pt' })).toMatchObject({
    source: 'auto',
    resume: false,
  });
});

it('gives the texts in their order, however they came', () => {
  const request = { target: 'pt', source: 'auto', resume: false };
  expect(getTexts({ ...request, text: 'a' })).toEqual(['a']);
  expect(getTexts({ ...request, texts: ['a', ''] })).toEqual(['a', '']);
});

it('takes the original interface as it always was', () => {
  expect(originalRequestSchema.safeParse({ text: 'Hello', language_dst: '中文' }).success).toBe(true);
  expect(originalRequestSchema.safeParse({ text: 'Hello' }).success).toBe(false);
  expect(originalRequestSchema.safeParse({ text: '', language_dst: '中文' }).success).toBe(false);
});
