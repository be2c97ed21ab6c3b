import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PromptProfile } from '../../../shared/prompts/prompt.ts';
import type { EngineEvent } from '../../../server/engines/engine.ts';
import { filterThinking } from '../../../server/pipeline/think-filter.ts';
import { thinkTags } from '../../../server/pipeline/think-tags.ts';
import { collect, cutAt, generate, summarize, toEvents } from './stage-events.ts';

type Thinking = PromptProfile['thinking'];

const end: EngineEvent = { type: 'end', reason: 'stop', usage: {} };

it.each([
  ['no thinking', 'Olá', 'Olá', 0],
  ['nothing', '', '', 0],
  ['white space alone', ' \n', ' \n', 0],
  ['white space before an answer', '\n Olá', '\n Olá', 0],
  ['a block before the answer', '<think>hm</think>Olá', 'Olá', 2],
  ['white space before and after the block', '\n <think>\nhm\n</think>\n\nOlá', '\n\nOlá', 4],
  ['an empty block', '<think></think>Olá', 'Olá', 0],
  ['a block and nothing else', '<think>hm</think>', '', 2],
  ['a block that is never closed', '<think>hm', '', 2],
  ['a block that is closed in vain', '<think>hm</thin', '', 8],
  ['a block that another tag closes in vain', '<think>hm</thinking>Olá', '', 16],
  ['a tag in the answer', 'Use <think> aqui </think>', 'Use <think> aqui </think>', 0],
  ['a block after the answer has begun', '<think>a</think>b<think>c</think>', 'b<think>c</think>', 1],
  ['a closing tag alone', 'a</think>b', 'a</think>b', 0],
  ['the beginning of a tag', '<thi', '<thi', 0],
  ['a tag that only begins alike', '<thinker>Olá', '<thinker>Olá', 0],
  ['a tag with a space in it', '< think>Olá', '< think>Olá', 0],
  ['a numbered tag of ours', '<1>Olá</1>', '<1>Olá</1>', 0],
  ['capital letters', '<Think>hm</THINK>Olá', 'Olá', 2],
  ['a letter that grows in lower case', 'İ<think>', 'İ<think>', 0],
  ['an empty block and another', '<think></think>\n<think>hm</think>\nOlá', '\nOlá', 2],
  ['blocks of different kinds', '<thinking>a</thinking> <reflection>b</reflection>Olá', 'Olá', 2],
  ['an opening tag that comes twice', '<think>\n<think>\nhm</think>Olá', 'Olá', 4],
  ['a nested block', '<think>a <think>b</think>c</think>Olá', 'Olá', 19],
  ['two nested blocks', '<think>a<think>b<think>c</think>d</think>e</think>Olá', 'Olá', 35],
  ['an opening tag in the thinking', '<think>It says <think> here.</think>Olá', 'Olá', 29],
  [
    'the same, and tags in the answer',
    '<think>a <think></think>Use <think>x</think>!',
    'Use <think>x</think>!',
    17,
  ],
  ['a closing tag in quotation marks', '<think>Keep "</think>" so.</think>Olá', 'Olá', 19],
  ['both tags in code', '<think>`<think>` and `</think>`</think>Olá', 'Olá', 24],
  ['a quotation mark after an opening tag that comes twice', '<think><think>"</think>"', '"', 1],
  ['thinking that ends in a quotation', '<think>I say "Olá"</think>"Olá"', '"Olá"', 11],
])('shows and counts right with %s, however it is cut', async (_name, answer, text, thoughtChars) => {
  await expectFiltered('optional', answer, { text, thoughtChars });
});

it.each([
  ['DeepSeek and Qwen', '<think>\nhm\n</think>\n\nOlá', '\n\nOlá', 4],
  ['EXAONE Deep', '<thought>\nhm\n</thought>\n\nOlá', '\n\nOlá', 4],
  ['Seed-OSS', '<seed:think>hm</seed:think>Olá', 'Olá', 2],
  ['Magistral', '[THINK]hm[/THINK]Olá', 'Olá', 2],
  ['Kimi', '◁think▷hm◁/think▷Olá', 'Olá', 2],
  ['MedGemma', '<unused94>thought\nhm<unused95>Olá', 'Olá', 3],
  ['Gemma 4', '<|channel>thought\nhm\n<channel|>Olá', 'Olá', 4],
  ['Gemma 4 without thinking', '<|channel>thought\n<channel|>Olá', 'Olá', 1],
  ['Command A', '<|START_THINKING|>hm<|END_THINKING|>Olá', 'Olá', 2],
  ['OpenThinker', '<|begin_of_thought|>hm<|end_of_thought|>Olá', 'Olá', 2],
  ['Apertus', '<|inner_prefix|>hm<|inner_suffix|>Olá', 'Olá', 2],
  ['Solar Open', '<|think|>hm<|end|><|begin|>assistant<|content|>Olá', 'Olá', 27],
  [
    'gpt-oss',
    '<|channel|>analysis<|message|>hm<|end|><|start|>assistant<|channel|>final<|message|>Olá',
    'Olá',
    27,
  ],
  ['gpt-oss without ends', '<|channel|>analysis<|message|>hm<|channel|>final<|message|>Olá', 'Olá', 2],
  [
    'gpt-oss that thinks twice',
    '<|channel|>analysis<|message|>a<|channel|>analysis<|message|>b<|channel|>final<|message|>Olá',
    'Olá',
    32,
  ],
  ['gpt-oss without thinking', '<|start|>assistant<|channel|>final<|message|>Olá', 'Olá', 0],
  ['gpt-oss that never ends thinking', '<|channel|>analysis<|message|>hm<|end|>', '', 9],
])('knows how %s thinks, even of a model that should not', async (_name, answer, text, thoughtChars) => {
  await expectFiltered('never', answer, { text, thoughtChars });
});

it.each([
  ['a closing tag alone', 'hm</think>Olá', 'Olá', 2],
  ['another closing tag', 'hm[/THINK]Olá', 'Olá', 2],
  ['the closing tag at once', '</think>\n\nOlá', '\n\nOlá', 0],
  ['an opening tag all the same', '<think>hm</think>Olá', 'Olá', 2],
  ['a block after the implied one', 'hm</think><think></think>Olá', 'Olá', 2],
  ['a closing tag in the answer', 'hm</think>Use </think>', 'Use </think>', 2],
  ['a mention in the thinking', 'Keep `</think>` so.</think>Olá', 'Olá', 19],
  ['a nested block', 'a <think>b</think>c</think>Olá', 'Olá', 19],
  ['no tag', 'hm, hm', '', 6],
  ['the beginning of a tag', '<thi', '', 4],
  ['white space alone', ' \n', ' \n', 0],
])('hides all before the end of implied thinking with %s', async (_name, answer, text, thoughtChars) => {
  await expectFiltered('always', answer, { text, thoughtChars });
});

it('passes all other events in their order', async () => {
  const phase: EngineEvent = { type: 'phase', phase: 'loading' };
  const events: EngineEvent[] = [
    phase,
    { type: 'text', text: '<t' },
    phase,
    { type: 'text', text: 'd>' },
    end,
  ];
  expect(await collect(filterThinking(generate(events)))).toEqual([
    phase,
    phase,
    { type: 'text', text: '<td>' },
    end,
  ]);
});

it.each(['O', '1', '"', '。', '<b', '[x', '<|x'])(
  'holds back nothing that can be no tag: %s',
  async (text) => {
    const [first] = await collect(filterThinking(generate([{ type: 'text', text }, end])));
    expect(first).toEqual({ type: 'text', text });
  },
);

it('tells of thinking while it lasts', async () => {
  const texts = ['<think>', ...Array.from({ length: 100 }, () => 'hm, ')];
  const events = await collect(filterThinking(generate(texts.map((text) => ({ type: 'text', text })))));
  expect(events.length).toBeGreaterThan(80);
});

it('gives the same for any cut of any mix of tags and text', async () => {
  const tags = thinkTags.flatMap(({ opening, closing }) => [opening, closing]);
  const part = fc.oneof(
    fc.constantFrom('<think>', '</think>', '"', '`', ' ', '\n', 'hm', '<', '>'),
    fc.constantFrom(...tags),
    fc.string({ unit: 'grapheme', maxLength: 3 }),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(part, { maxLength: 12 }).map((parts) => parts.join('')),
      fc.constantFrom<Thinking>('never', 'optional', 'always', 'switchable'),
      fc.array(fc.nat(200)),
      async (answer, thinking, cuts) => {
        expect(await filter(thinking, cutAt(answer, cuts))).toEqual(await filter(thinking, [answer]));
      },
    ),
    { numRuns: 500 },
  );
});

it('changes no answer that begins with no tag', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.array(fc.nat(20)), async (string, cuts) => {
      const answer = `a${string}<think>b</think>`;
      expect(await filter('optional', cutAt(answer, cuts))).toEqual({ text: answer, thoughtChars: 0 });
    }),
  );
});

it.each([
  ['white space', [' '.repeat(1e5), '\n'.repeat(1e5)].join('')],
  ['thinking', `<think>${'<'.repeat(2e5)}`],
  ['blocks', '<think></think>'.repeat(2e4)],
  ['nested blocks', '<think>a<think>'.repeat(2e4)],
  ['blocks that may be nested', `<think>a${'<think></think>'.repeat(2e4)}`],
  ['implied thinking', 'hm '.repeat(1e5)],
])('takes no longer a character for very much of it: %s', async (_name, answer) => {
  const pieces = answer.match(/[^]{1,3}/g) ?? [];
  const start = performance.now();
  await filter('always', pieces);
  await filter('always', [answer]);
  expect(performance.now() - start).toBeLessThan(3000);
});

async function expectFiltered(
  thinking: Thinking,
  answer: string,
  expected: { text: string; thoughtChars: number },
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(answer.length)), async (cuts) => {
      expect(await filter(thinking, cutAt(answer, cuts))).toEqual(expected);
    }),
    { examples: [[[]], [Array.from(answer, (_char, index) => index)]] },
  );
}

async function filter(thinking: Thinking, pieces: string[]): Promise<{ text: string; thoughtChars: number }> {
  return summarize(await collect(filterThinking(generate(toEvents(pieces)), thinking)));
}
