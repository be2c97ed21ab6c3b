import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EngineEvent } from '../../../../server/engines/engine.ts';
import { createOpenaiError, type Fail } from '../../../../server/engines/openai/openai-error.ts';
import { readAnswer } from '../../../../server/engines/openai/read-answer.ts';
import { readFrames } from '../../../../server/engines/openai/read-frames.ts';
import { formatDelta, formatEvent } from '../../../fakes/openai-answers.ts';

const fail: Fail = (failure) => createOpenaiError(failure, { url: 'http://127.0.0.1/v1', model: 'm' });

async function read(pieces: Iterable<Uint8Array>, type = 'text/event-stream'): Promise<EngineEvent[]> {
  async function* stream(): AsyncGenerator<Uint8Array, void> {
    for (const piece of pieces) yield await Promise.resolve(piece);
  }
  const frames = readFrames({ ok: true, status: 200, type, body: stream() }, fail);
  const events: EngineEvent[] = [];
  const options = {
    fail,
    signal: new AbortController().signal,
    close: () => undefined,
    context: { tokens: 8_192, isTold: false },
  };
  for await (const event of readAnswer(frames, options)) events.push(event);
  return events;
}

/** A text or a thought, as a token. */
const token = fc.record({
  field: fc.constantFrom('content', 'reasoning', 'reasoning_content'),
  text: fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }),
});

test('any tokens in any chunks of bytes and with any line ends give the same events', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(token, { maxLength: 12 }),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.array(fc.nat({ max: 3_000 }), { maxLength: 40 }),
      async (tokens, lineEnd, cuts) => {
        const answer = [
          ...tokens.map(({ field, text }) => formatDelta({ [field]: text })),
          ': a comment\n\n',
          formatDelta({}, 'stop'),
          formatEvent({ choices: [], usage: { prompt_tokens: 5, completion_tokens: tokens.length } }),
          'data: [DONE]\n\n',
        ].join('');
        expect(await read(cut(Buffer.from(answer.replaceAll('\n', lineEnd)), cuts))).toEqual([
          ...tokens.map(({ field, text }) =>
            field === 'content' ? { type: 'text', text } : { type: 'thought', chars: text.length },
          ),
          {
            type: 'end',
            reason: 'stop',
            usage: { inputTokens: 5, outputTokens: tokens.length },
          },
        ]);
      },
    ),
  );
});

test('an answer that ends anywhere before it said why is never taken for whole', async () => {
  const bytes = Buffer.from(formatDelta({ content: 'Olá' }) + formatDelta({ content: '!' }));
  for (let end = 0; end <= bytes.length; end += 1) {
    await expect(read([bytes.subarray(0, end)])).rejects.toMatchObject({ code: 'engine_incomplete' });
  }
});

test('whatever a server sends ends in events or in an error of ours', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(fc.json(), fc.string(), fc.constant('[DONE]')), { maxLength: 6 }),
      fc.constantFrom('text/event-stream', 'application/json', 'text/html', ''),
      async (documents, type) => {
        const bytes = Buffer.from(documents.map((data) => `data: ${data}\n\n`).join(''));
        const outcome = await read([bytes], type).catch((error: unknown) => error);
        const codes = ['engine_error', 'engine_incomplete'];
        expect(Array.isArray(outcome) || codes.includes((outcome as { code: string }).code)).toBe(true);
      },
    ),
  );
});

function* cut(bytes: Uint8Array, cuts: readonly number[]): Generator<Uint8Array> {
  let from = 0;
  for (const at of [...cuts.toSorted((a, b) => a - b), bytes.length]) {
    yield bytes.subarray(from, at);
    from = Math.min(at, bytes.length);
  }
}
