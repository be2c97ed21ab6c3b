import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PromptProfile } from '../../../shared/prompts/prompt.ts';
import { chatProfile } from '../../../shared/prompts/profiles/chat-profile.ts';
import type { EngineEvent } from '../../../server/engines/engine.ts';
import { cleanAnswer } from '../../../server/pipeline/clean-answer.ts';
import { filterThinking } from '../../../server/pipeline/think-filter.ts';
import { getChatPrompt } from './gate-answer.ts';
import { collect, cutAt, generate, summarize, toEvents } from './stage-events.ts';

type Thinking = PromptProfile['thinking'];

const list = '<reason>Sold out</reason>\n<item>The product</item>';
const listed = '<reason>Esgotado</reason>\n<item>O produto</item>';
const sentence = '<think> is a tag used by models.';
const said = '<think> é uma tag usada por modelos.';

const whole: [string, string, string][] = [
  ['an element of the text', list, listed],
  ['white space before it', `\n ${list}`, `\n ${listed}`],
  ['capital letters', '<Reason>Sold out</Reason>', '<REASON>Esgotado</REASON>'],
  ['nothing after it', '<reason>Sold out</reason>', '<reason>Esgotado</reason>'],
  ['white space after it', '<reason>Sold out</reason>', '<reason>Esgotado</reason>\n '],
  ['an answer that breaks off', list, '<reason>Esgot'],
  ['a tag that the text is about', sentence, said],
  ['both tags in a sentence', '<think> and </think> are tags.', '<think> e </think> são tags.'],
  ['a tag in square brackets', '[THINK] is one.', '[THINK] é uma.'],
  [
    'an element with others in it',
    '<reason>a <reason>b</reason></reason>c',
    '<reason>a <reason>b</reason></reason>c',
  ],
  ['a tag that begins alike after it', `${list}\n<reas`, `<reason>Esgotado</reason>\n<reas`],
];

it.each(whole)('leaves a tag that the source begins with: %s', async (_name, source, answer) => {
  for (const thinking of ['never', 'optional', 'switchable'] as const)
    await expectFiltered({ source, thinking, answer, text: answer });
});

it.each<[string, string, string, string, Thinking]>([
  ['the tag follows at once', list, `<reason>hm</reason>\n${listed}`, `\n${listed}`, 'optional'],
  ['the tag follows with its mark', list, `<reason>hm</reason><\u2060reason>a`, '<\u2060reason>a', 'never'],
  ['another tag is before it', list, `<think>hm</think>\n${listed}`, `\n${listed}`, 'optional'],
  ['the text closes no tag', sentence, '<think>hm</think>A tag é usada.', 'A tag é usada.', 'optional'],
  ['the text closes no tag but repeats it', sentence, `<think>hm</think>${said}`, said, 'optional'],
  ['another block follows', sentence, '<think>hm</think><thinking>a</thinking>A tag', 'A tag', 'never'],
  ['the model always thinks', list, `<reason>hm</reason>\n${listed}`, `\n${listed}`, 'always'],
  ['thinking is implied', list, `hm</think>\n${listed}`, `\n${listed}`, 'always'],
  [
    'the text has the tag later',
    'Use <think> so.',
    '<think>hm</think>Use <think>.',
    'Use <think>.',
    'optional',
  ],
  ['the text begins with another tag', '<b>a</b>', '<think>hm</think><b>c</b>', '<b>c</b>', 'optional'],
])('hides thinking all the same where %s', async (_name, source, answer, text, thinking) => {
  await expectFiltered({ source, thinking, answer, text });
});

it('shows such a tag at once where thinking comes by itself', async () => {
  const events: EngineEvent[] = [{ type: 'thought', chars: 2 }, ...toEvents(['<reason>', 'Esgotado'])];
  for (const thinking of ['optional', 'always', 'switchable'] as const)
    expect(await collect(filterThinking(generate(events), thinking, list))).toEqual(events);
});

it('keeps such a tag through all stages', async () => {
  const chat = { profile: chatProfile, prompt: getChatPrompt(list, 'pt'), restore: undefined };
  const asked = { source: list, outer: { lead: '', trail: '' }, chat };
  const { text } = summarize(await collect(cleanAnswer(generate(toEvents([listed])), asked)));
  expect(text).toBe(listed);
});

it('lets text pass as soon as a block is known as text', async () => {
  const events = await collect(
    filterThinking(generate(toEvents(['<reason>a</reason>\n', 'b', 'c'])), 'never', list),
  );
  expect(events.map((event) => event.type === 'text' && event.text)).toEqual([
    '<reason>a</reason>\nb',
    'c',
    false,
  ]);
});

it('gives the same for any cut of any mix of such tags and text', async () => {
  const part = fc.constantFrom(
    '<reason>',
    '</reason>',
    '<\u2060reason>',
    '<think>',
    '</think>',
    '"',
    ' ',
    '\n',
    'hm',
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(list, '<reason>a'),
      fc.constantFrom<Thinking>('never', 'optional', 'always', 'switchable'),
      fc.array(part, { maxLength: 10 }).map((parts) => parts.join('')),
      fc.array(fc.nat(80)),
      async (source, thinking, answer, cuts) => {
        expect(await filter({ source, thinking }, cutAt(answer, cuts))).toEqual(
          await filter({ source, thinking }, [answer]),
        );
      },
    ),
    { numRuns: 500 },
  );
});

it.each([
  ['a block', `<reason>${'hm '.repeat(1e5)}`],
  ['white space', `<reason>hm</reason>${'\n'.repeat(1e5)}`],
])('takes no longer a character for very much of it: %s', async (_name, answer) => {
  const start = performance.now();
  await filter({ source: list, thinking: 'optional' }, answer.match(/[^]{1,3}/g) ?? []);
  expect(performance.now() - start).toBeLessThan(3000);
});

interface Asked {
  source: string;
  thinking: Thinking;
}

async function expectFiltered({
  answer,
  text,
  ...asked
}: Asked & { answer: string; text: string }): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(answer.length)), async (cuts) => {
      expect((await filter(asked, cutAt(answer, cuts))).text).toBe(text);
    }),
    { numRuns: 30, examples: [[[]], [Array.from(answer, (_char, index) => index)]] },
  );
}

async function filter(
  { source, thinking }: Asked,
  pieces: string[],
): Promise<{ text: string; thoughtChars: number }> {
  return summarize(await collect(filterThinking(generate(toEvents(pieces)), thinking, source)));
}
