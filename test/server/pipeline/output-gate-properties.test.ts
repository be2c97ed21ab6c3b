import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chooseProfile } from '../../../shared/prompts/choose-profile.ts';
import { profileNames } from '../../../shared/prompts/prompt.ts';
import type { EngineEvent } from '../../../server/engines/engine.ts';
import { gateOutput } from '../../../server/pipeline/output-gate.ts';
import { gate, getChatPrompt } from './gate-answer.ts';
import { collect, cutAt, generate, toEvents } from './stage-events.ts';
import { readAttacks } from '../../read-attacks.ts';
import { floresLanguages, readFloresLines } from '../../read-flores.ts';

/** These words begin like a label of their language: a token of four letters can't tell, the next one does. */
const likeLabels = /^(?:Μετά|Пере|Cert)/;

/** Its sentences with a source each: the English one and itself. */
function readPairs(language: string): { line: string; source: string }[] {
  const english = readFloresLines('en');
  return readFloresLines(language).flatMap((line, index) =>
    [english[index] ?? '', line].map((source) => ({ line, source })),
  );
}

/** Whether marks stand at its start that its source has none of: of a name, or of the table that the sentences were kept in. */
function isQuoted({ line, source }: { line: string; source: string }): boolean {
  return /^["“«]/.test(line) && !/["“«]/.test(source);
}

it.each(floresLanguages)('neither holds nor changes what a person translated: %s', async (language) => {
  const pairs = readPairs(language).filter((pair) => !isQuoted(pair) && !likeLabels.test(pair.line));
  expect(pairs.length).toBeGreaterThan(370);
  for (const { line, source } of pairs) {
    const events = toEvents(line.match(/[^]{1,4}/gu) ?? []);
    const gated = gateOutput(generate(events), { source, prompt: getChatPrompt(source, language) });
    expect(await collect(gated)).toEqual(events);
  }
});

it('holds the few words that begin like a label for one token', async () => {
  const pairs = ['el', 'fr', 'ru'].flatMap((language) =>
    readPairs(language)
      .filter(({ line }) => likeLabels.test(line))
      .map((pair) => ({ ...pair, language })),
  );
  expect(pairs.length).toBe(10);
  for (const { line, source, language } of pairs) {
    const events = toEvents(line.match(/[^]{1,4}/gu) ?? []);
    const gated = gateOutput(generate(events), { source, prompt: getChatPrompt(source, language) });
    expect((await collect(gated)).slice(1)).toEqual(events.slice(2));
  }
});

it('keeps the quotation marks of a name that begins a sentence', async () => {
  const pairs = ['ar', 'fa', 'zh'].flatMap(readPairs).filter(isQuoted);
  expect(pairs.length).toBe(9);
  for (const { line, source } of pairs)
    expect(await gate({ source, prompt: getChatPrompt(source, 'fa') }, [line])).toBe(line);
});

it('changes no attack or trap that is answered with itself, whoever is asked', async () => {
  const texts = readAttacks().map(({ text }) => text.trim());
  expect(texts.length).toBeGreaterThan(60);
  for (const source of texts) {
    for (const name of profileNames) {
      const request = { text: source, source: 'en', target: 'de' };
      const prompt = chooseProfile('', name).buildPrompt(request);
      expect(await gate({ source, prompt }, source.match(/[^]{1,4}/gu) ?? [])).toBe(source);
    }
  }
});

const parts = [
  [
    'Here is the translation:',
    'Translation:',
    '**',
    '"',
    '“',
    '”',
    "'",
    '```',
    '`',
    '\n',
    '\n\n',
    ' ',
    'a',
    'Olá.',
  ],
  [
    'Note:',
    '(',
    '=====',
    '<answer>',
    '</answer>',
    '<|im_end|>',
    'Sure!',
    'I hope this helps',
    '---',
    ':',
    '1',
    '你好',
  ],
].flat();
const anyText = fc
  .array(fc.oneof(fc.constantFrom(...parts), fc.string({ unit: 'grapheme', maxLength: 3 })), {
    maxLength: 12,
  })
  .map((strings) => strings.join(''));
const anyCuts = fc.array(fc.nat(80));
const anyTarget = fc.constantFrom('en', 'pt', 'zh-Hans');

it('gives the same for any cut of the answer', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, anyText, anyTarget, anyCuts, async (source, answer, target, cuts) => {
      const around = { source, prompt: getChatPrompt(source, target) };
      const whole = await gate(around, [answer]);
      expect(await gate(around, cutAt(answer, cuts))).toBe(whole);
      expect(await gate(around, Array.from(answer))).toBe(whole);
    }),
    { numRuns: 300 },
  );
});

it('only takes away, and keeps the order', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, anyText, anyTarget, async (source, answer, target) => {
      const text = await gate({ source, prompt: getChatPrompt(source, target) }, [answer]);
      let index = 0;
      for (const char of answer) if (char === Array.from(text)[index]) index += 1;
      expect(index).toBe(Array.from(text).length);
    }),
    { numRuns: 300 },
  );
});

it('changes no answer that is like its source', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, anyTarget, anyCuts, async (string, target, cuts) => {
      const source = string.trim();
      const around = { source, prompt: getChatPrompt(source, target) };
      expect(await gate(around, cutAt(source, cuts))).toBe(source);
    }),
    { numRuns: 300 },
  );
});

it('passes all other events in their order, and decides at the end', async () => {
  const phase: EngineEvent = { type: 'phase', phase: 'writing' };
  const events: EngineEvent[] = [phase, { type: 'text', text: '"a' }, phase, ...toEvents(['b"'])];
  const gated = await collect(
    gateOutput(generate(events), { source: 'Hi', prompt: getChatPrompt('Hi', 'pt') }),
  );
  expect(gated).toEqual([phase, phase, ...toEvents(['ab'])]);
});

it.each([
  ['an introduction', 'Here is the translation: ', 'Olá'],
  ['a fence', '```\n', 'Olá'],
  ['tags', '<answer>', 'Olá'],
  ['nothing', '', 'O'],
])('lets text pass as soon as it is told from %s', async (_name, before, text) => {
  const [first] = await collect(
    gateOutput(generate(toEvents([before, text])), { source: 'Hi', prompt: getChatPrompt('Hi', 'pt') }),
  );
  expect(first).toEqual({ type: 'text', text });
});

it.each([
  '`',
  '"',
  '\n',
  ' ',
  '*',
  '=',
  '<',
  '(',
  "'",
  '“',
  '#',
  ':',
  '-',
  'Translation:\n',
  '\nNote',
  '\n\nNote: a',
  '"a" ',
  '<|im_',
])('takes no longer a character for very much of %j', async (string) => {
  const answer = string.repeat(1e5 / string.length);
  const around = { source: 'Hello. Hello. Hello.', prompt: getChatPrompt('Hello', 'pt') };
  const start = performance.now();
  await gate(around, Array.from(answer));
  await gate(around, [answer]);
  await gate(around, [`a${answer}`]);
  expect(performance.now() - start).toBeLessThan(4000);
});
