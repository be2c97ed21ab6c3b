import fc from 'fast-check';
import { expect, it } from 'vitest';
import { controlTokenStart } from '../../../shared/prompts/control-token-start.ts';
import { getContext } from '../../../shared/prompts/get-context.ts';
import { neutralizeRequest } from '../../../shared/prompts/neutralize.ts';

const request = { text: 'a', source: 'en', target: 'fr' };

it('takes short context whole, on a line each', () => {
  const context = { title: ' A\ttitle ', before: 'one\n\ntwo', after: 'three\u2028four' };
  expect(getContext({ ...request, context })).toEqual({
    title: 'A title',
    before: 'one two',
    after: 'three four',
  });
});

it('takes nothing where there is none', () => {
  expect(getContext(request)).toEqual({ title: '', before: '', after: '' });
});

it('takes what is nearest to the text, in whole words', () => {
  const words = Array.from({ length: 500 }, (_, index) => `word${index}`).join(' ');
  const { title, before, after } = getContext({
    ...request,
    context: { title: words, before: words, after: words },
  });
  expect(before).toMatch(/^word\d+ .*word498 word499$/);
  expect(after).toMatch(/^word0 word1 .*word\d+$/);
  expect([title, before, after].every((part) => words.includes(part))).toBe(true);
  expect([title.length, before.length, after.length].map((length) => Math.ceil(length / 10))).toEqual([
    20, 60, 30,
  ]);
});

it('cuts neither through a character nor a control token out of a word', () => {
  const long = fc
    .array(fc.constantFrom('😀', '𠀀', '字', '/thinking', '</thinking>', '<|a|>', ' ', 'b'), {
      minLength: 100,
      maxLength: 400,
    })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(long, long, (before, after) => {
      const context = { title: after, before, after };
      const parts = Object.values(getContext(neutralizeRequest({ ...request, context }).request));
      expect(parts.every((part) => part.isWellFormed())).toBe(true);
      expect(parts.map((part) => part.search(controlTokenStart))).toEqual([-1, -1, -1]);
    }),
  );
});
