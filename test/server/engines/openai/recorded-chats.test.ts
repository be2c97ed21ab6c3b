import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Engine } from '../../../../server/engines/engine.ts';
import { startFakeOpenai, type FakeOpenai } from '../../../fakes/fake-openai.ts';
import { listRecordings, readRecording } from '../../../fakes/ollama-recording.ts';
import { replays } from '../../../fakes/ollama-replay.ts';
import { collect } from '../collect-events.ts';
import { createEngine, createPromptCall } from './create-engine.ts';

/** How every recorded exchange with Ollama's /v1 ends here: the reason of the `end` event, or the code and a word of what is said to do. */
const endings: Record<string, [ending: string, advice: string]> = {
  '71-v1-chat-stream': ['stop', ''],
  '72-v1-chat-stream-length-nousage': ['length', ''],
  '73-v1-chat-nonstream': ['stop', ''],
  '74-v1-err-model-missing': ['model_not_found', '--model'],
  '75-v1-err-malformed': ['engine_error', 'HTTP 400'],
  'a10-v1-runner-kill9-midstream': ['engine_incomplete', 'before it was done'],
  'c3-v1-503/1': ['engine_error', 'busy'],
  'c3-v1-503/2': ['length', ''],
  'c3-v1-503/3': ['engine_error', 'busy'],
  'c3-v1-503/4': ['length', ''],
  'd2-v1-token-repeat-stream': ['engine_incomplete', 'before it was done'],
  'e8-v1-think-stream': ['stop', ''],
};

let fake: FakeOpenai;
let engine: Engine;

beforeEach(async () => {
  fake = await startFakeOpenai();
  engine = createEngine(fake.url);
});

afterEach(async () => {
  await Promise.all([engine.close(), fake.close()]);
});

test.each(Object.entries(endings))('%s ends as %j', async (name, [ending, advice]) => {
  fake.tell(replays(name));
  const outcome = await collect(engine.translate(createPromptCall(), new AbortController().signal));
  expect(outcome.code ?? outcome.reason).toBe(ending);
  expect(outcome.sentences ?? '').toContain(advice);
  const said = readMessages(name);
  expect(outcome.text).toBe(said.map(({ content }) => content ?? '').join(''));
  expect(outcome.thoughtChars).toBe(said.map(({ reasoning }) => reasoning ?? '').join('').length);
  expect(outcome.events.findLast(({ type }) => type === 'end')).toEqual(
    outcome.reason && { type: 'end', reason: ending, usage: readUsage(name) },
  );
});

test('70-v1-models gives the model, and the context that Ollama has when it tells none', async () => {
  fake.tell(replays('70-v1-models'), '/v1/models');
  expect(await engine.probe()).toMatchObject({ available: true, models: ['smollm2:135m'] });
  expect([engine.defaultModel, engine.contextTokens]).toEqual(['smollm2:135m', 4096]);
});

test('every recorded exchange with /v1 is looked at', () => {
  const recorded = listRecordings().filter((name) => readRecording(name).path.startsWith('/v1/'));
  expect(recorded).toEqual([...Object.keys(endings), '70-v1-models'].toSorted());
});

/** What a recorded answer says, read in the plainest way. */
function readMessages(name: string): { content?: string; reasoning?: string }[] {
  const found = readBody(name).match(/\{(?:"role":"assistant"),[^{}]*\}/g) ?? [];
  return found.map((json) => JSON.parse(json) as { content?: string; reasoning?: string });
}

function readUsage(name: string): Record<string, number> {
  const [, inputTokens, outputTokens] =
    /"prompt_tokens":(\d+),"completion_tokens":(\d+)/.exec(readBody(name)) ?? [];
  if (inputTokens === undefined) return {};
  return { inputTokens: Number(inputTokens), outputTokens: Number(outputTokens) };
}

function readBody(name: string): string {
  return Buffer.concat(readRecording(name).writes).toString();
}
