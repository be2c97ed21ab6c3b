import { expect, test } from 'vitest';
import { createOllamaEngine } from '../../../../server/engines/ollama/ollama-engine.ts';
import { startFakeOllama } from '../../../fakes/fake-ollama.ts';
import { listRecordings, readRecording, type Recording } from '../../../fakes/ollama-recording.ts';
import { replays } from '../../../fakes/ollama-replay.ts';
import { collect, createCall, type Outcome } from '../collect-events.ts';

/** What the engine makes of every recorded chat that did not end well: its code, and a word of what it says to do. */
const failures: Record<string, [code: string, advice: string]> = {
  '20-err-model-missing': ['model_not_found', 'ollama pull qwen3:8b'],
  '21-err-malformed-json': ['engine_error', 'HTTP 400'],
  '22-err-empty-body': ['engine_error', 'HTTP 400'],
  '23-err-model-empty': ['engine_error', 'HTTP 400'],
  '24-err-model-bad-name': ['engine_error', 'HTTP 400'],
  '25-err-wrong-type': ['engine_error', 'HTTP 400'],
  '26-err-option-type': ['engine_error', 'log of Ollama'],
  '28-err-think-unsupported': ['engine_error', 'HTTP 400'],
  '30-err-tools-unsupported': ['engine_error', 'HTTP 400'],
  '33-err-keepalive-bad': ['engine_error', 'HTTP 400'],
  '36-err-format-bad': ['engine_error', 'log of Ollama'],
  '52-overflow-default-stream': ['engine_incomplete', '--num-ctx'],
  '61-host-foreign-chat': ['engine_error', 'HTTP 403'],
  '65-origin-evil-chat': ['engine_error', 'HTTP 403'],
  'a0-runner-kill9-midstream': ['engine_error', 'process stopped'],
  'a11-runner-killed-late-in-loading': ['engine_error', 'process stopped'],
  'a13-load-hang-load-timeout-5s': ['timeout', '--first-token-timeout'],
  'a2-runner-kill9-nonstream': ['engine_error', 'process stopped'],
  'a3-runner-kill9-before-first-token': ['engine_error', 'process stopped'],
  'a5-runner-killed-while-loading': ['timeout', '--first-token-timeout'],
  'a7-server-kill9-midstream': ['engine_incomplete', 'Ollama still runs'],
  'a9-server-sigterm-midstream': ['engine_incomplete', 'Ollama still runs'],
  'b0-client-close-midstream': ['timeout', '--stall-timeout'],
  'b1-client-reset-midstream': ['timeout', '--stall-timeout'],
  'b2-client-half-close': ['engine_error', 'Try again'],
  'b3-client-close-before-first-token': ['timeout', '--first-token-timeout'],
  'b4-client-close-nonstream': ['timeout', '--first-token-timeout'],
  'b6-queued-client-gone': ['timeout', '--first-token-timeout'],
  'b8-client-close-while-loading': ['timeout', '--first-token-timeout'],
  'c0-maxqueue1-cold/1': ['engine_error', 'busy'],
  'c0-maxqueue1-cold/3': ['engine_error', 'busy'],
  'c2-maxqueue1-numctx-change/2': ['engine_error', 'busy'],
  'c2-maxqueue1-numctx-change/4': ['engine_error', 'busy'],
  'c2-maxqueue1-numctx-change/5': ['engine_error', 'busy'],
  'c2-maxqueue1-numctx-change/6': ['engine_error', 'busy'],
  'd0-token-repeat-stream': ['engine_incomplete', 'repeats itself'],
  'd1-token-repeat-nonstream': ['engine_incomplete', 'repeats itself'],
  'e6-err-think-level': ['engine_error', 'HTTP 400'],
  'e7-err-think-bad-value': ['engine_error', 'HTTP 400'],
};

const chats = listRecordings()
  .map((name) => readRecording(name))
  .filter(({ method, path }) => method === 'POST' && path === '/api/chat');
/** What did not fit the context is no failure yet: less of it may. */
const overflows = chats.filter(({ name }) => /^5[01]-overflow/.test(name));
const good = chats.filter((chat) => !(chat.name in failures) && !overflows.includes(chat));
const bad = chats.filter(({ name }) => name in failures);

async function translateFrom(recording: Recording): Promise<Outcome> {
  const fake = await startFakeOllama({ behaviour: replays(recording.name) });
  const limitMs = recording.ending === 'silent' ? 200 : 5_000;
  const engine = createOllamaEngine({
    host: fake.url,
    model: 'qwen3:8b',
    numCtx: Number(/"num_ctx":(\d+)/.exec(recording.requestBody)?.[1] ?? 8_192),
    keepAliveMs: 1_800_000,
    concurrency: 1,
    firstTokenTimeoutMs: limitMs,
    stallTimeoutMs: limitMs,
    firstWaitMs: 1,
  });
  const outcome = await collect(engine.translate(createCall(), new AbortController().signal));
  await Promise.all([engine.close(), fake.close()]);
  return outcome;
}

interface Line {
  message?: { content: string; thinking?: string };
  done_reason?: string;
  eval_count?: number;
}

/** The lines of a recorded answer, read in the plainest way. */
function readLines({ writes }: Recording): Line[] {
  const found =
    Buffer.concat(writes)
      .toString()
      .match(/^\{.*\}$/gm) ?? [];
  return found.map((line) => JSON.parse(line) as Line);
}

function joinContent(recording: Recording): string {
  return readLines(recording)
    .map(({ message }) => message?.content ?? '')
    .join('');
}

test.each(good)('$name: the engine gives exactly the recorded text and ending', async (recording) => {
  const outcome = await translateFrom(recording);
  const lines = readLines(recording);
  const last = lines.at(-1);
  expect(outcome.error).toBeUndefined();
  expect(outcome.text).toBe(joinContent(recording));
  expect(outcome.thoughtChars).toBe(
    lines.reduce((sum, { message }) => sum + (message?.thinking?.length ?? 0), 0),
  );
  expect(outcome.events.at(-1)).toMatchObject({
    type: 'end',
    reason: last?.done_reason === 'length' ? 'length' : 'stop',
    usage: last?.eval_count === undefined ? {} : { outputTokens: last.eval_count },
  });
});

test.each(bad)('$name: the engine fails with a code and says what to do', async (recording) => {
  const [code, advice] = failures[recording.name] ?? [];
  const outcome = await translateFrom(recording);
  expect(outcome.code).toBe(code);
  expect(outcome.sentences).toContain(advice);
  expect(outcome.reason).toBeUndefined();
  if (recording.status === 200) expect(outcome.text).toBe(joinContent(recording));
});

test.each(overflows)('$name: the engine says that the prompt did not fit', async (recording) => {
  const { error, text, reason } = await translateFrom(recording);
  expect([error, text, reason]).toEqual([undefined, '', 'overflow']);
});

test('every recorded chat is looked at', () => {
  expect([good.length, overflows.length, bad.length]).toEqual([48, 2, Object.keys(failures).length]);
});
