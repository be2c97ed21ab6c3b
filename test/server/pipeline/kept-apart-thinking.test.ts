import { expect, it } from 'vitest';
import type { EngineEvent } from '../../../server/engines/engine.ts';
import { filterThinking } from '../../../server/pipeline/think-filter.ts';
import { collect, generate, summarize } from './stage-events.ts';

// Models that always think, behind a server that takes their thinking out of the answer, or has switched it off.

const end: EngineEvent = { type: 'end', reason: 'stop', usage: {} };

it('lets text pass at once after thinking of its own', async () => {
  const events: EngineEvent[] = [{ type: 'thought', chars: 3 }, { type: 'text', text: 'Olá' }, end];
  expect(await collect(filterThinking(generate(events), 'always'))).toEqual(events);
});

it('still takes out a block after thinking of its own', async () => {
  const text: EngineEvent = { type: 'text', text: '<think></think>Olá' };
  const events: EngineEvent[] = [{ type: 'thought', chars: 3 }, text, end];
  expect(summarize(await collect(filterThinking(generate(events), 'always')))).toEqual({
    text: 'Olá',
    thoughtChars: 3,
  });
});

it.each([
  ['an answer without any tag', 'Olá', 'stop', 'Olá'],
  ['nothing before a closing tag', 'Hm.</think>Olá', 'stop', 'Olá'],
  ['nothing of what a limit cut before a closing tag', 'Hm, hm', 'length', ''],
] as const)(
  'shows %s where the template may have switched thinking off',
  async (_name, answer, reason, text) => {
    const events: EngineEvent[] = [
      { type: 'text', text: answer },
      { type: 'end', reason, usage: {} },
    ];
    expect(summarize(await collect(filterThinking(generate(events), 'switchable'))).text).toBe(text);
  },
);

it('shows what it hid when thinking of its own comes late', async () => {
  const events: EngineEvent[] = [{ type: 'text', text: 'Olá' }, { type: 'thought', chars: 3 }, end];
  expect(summarize(await collect(filterThinking(generate(events), 'always'))).text).toBe('Olá');
});
