import { expect, it } from 'vitest';
import { Metrics } from '../../../server/metrics/metrics.ts';
import { countOutcome } from '../../../server/pipeline/count-outcome.ts';
import { TranslationError } from '../../../shared/translation-error.ts';
import type { EventData, TranslationEvent } from '../../../shared/translation-event.ts';

const start: TranslationEvent = {
  event: 'start',
  data: { id: 'i', engine: 'ollama', model: 'm', source: 'en', target: 'pt', segments: [], ignored: [] },
};

it('passes every event on as it is', async () => {
  const events = [start, createDelta(0, 1), createSegment({}), createDone({})];
  expect(await collect(countOutcome(toStream(events), new Metrics()))).toEqual(events);
});

it('counts how a translation ended, and what it took', async () => {
  const lines = await count([
    start,
    createDone({ reason: 'length', usage: { inputTokens: 7, outputTokens: 5, characters: 30 } }),
  ]);
  expect(lines).toContain('dragoman_translations_total{engine="ollama",reason="length"} 1');
  expect(lines).toContain('dragoman_characters_total{engine="ollama"} 30');
  expect(lines).toContain('dragoman_tokens_total{engine="ollama",kind="input"} 7');
  expect(lines).toContain('dragoman_tokens_total{engine="ollama",kind="output"} 5');
  expect(lines).toContain('dragoman_first_token_seconds_sum{engine="ollama"} 0.4');
  expect(lines).toContain('dragoman_first_token_seconds_bucket{le="0.5",engine="ollama"} 1');
  expect(lines).toContain('dragoman_first_token_seconds_bucket{le="0.25",engine="ollama"} 0');
  expect(lines).toContain('dragoman_translation_seconds_sum{engine="ollama"} 2');
});

it('does not take an answer without text for one that came at once', async () => {
  const timing = { queuedMs: 0, loadMs: 0, firstTokenMs: 0, totalMs: 2000, tokensPerSecond: 0 };
  const lines = await count([start, createDone({ timing })]);
  expect(lines.join('\n')).not.toContain('dragoman_first_token_seconds_count{');
});

it('leaves cancelled translations out of the times', async () => {
  const lines = await count([start, createDone({ reason: 'cancelled' })]);
  expect(lines).toContain('dragoman_translations_total{engine="ollama",reason="cancelled"} 1');
  expect(lines.join('\n')).not.toContain('dragoman_translation_seconds_count{');
});

it('counts segments by how they ended, their errors, and what checks found', async () => {
  const error = { code: 'engine_error' as const, message: 'm', retryable: true };
  const checks = [{ check: 'length', status: 'failed' as const, message: 'm' }];
  const lines = await count([
    start,
    createSegment({}),
    createSegment({ status: 'cut', checks }),
    createSegment({ status: 'cut', checks }),
    createSegment({ status: 'failed', error }),
  ]);
  expect(lines).toContain('dragoman_segments_total{status="translated"} 1');
  expect(lines).toContain('dragoman_segments_total{status="cut"} 2');
  expect(lines).toContain('dragoman_segments_total{status="failed"} 1');
  expect(lines).toContain('dragoman_checks_total{check="length",status="failed"} 2');
  expect(lines).toContain('dragoman_errors_total{code="engine_error"} 1');
});

it('counts a further attempt once, however many pieces it has', async () => {
  const lines = await count([
    start,
    createDelta(0, 0),
    createDelta(0, 1),
    createDelta(0, 2),
    createDelta(0, 2),
    createDelta(1, 1),
    createDelta(1, 2),
    createDelta(1, 3),
  ]);
  expect(lines).toContain('dragoman_further_attempts_total 3');
});

it('counts what fails as a whole by its code, and throws it on', async () => {
  const metrics = new Metrics();
  const error = new TranslationError('model_not_found', 'm');
  await expect(collect(countOutcome(failAfter([start], error), metrics))).rejects.toBe(error);
  await expect(collect(countOutcome(failAfter([], new Error('x')), metrics))).rejects.toThrow('x');
  const lines = await readLines(metrics);
  expect(lines).toContain('dragoman_translations_total{engine="ollama",reason="error"} 1');
  expect(lines).toContain('dragoman_translations_total{engine="other",reason="error"} 1');
  expect(lines).toContain('dragoman_errors_total{code="model_not_found"} 1');
  expect(lines).toContain('dragoman_errors_total{code="internal"} 1');
});

function createDelta(segment: number, attempt: number): TranslationEvent {
  return { event: 'delta', data: { segment, attempt, text: 'a' } };
}

function createSegment(fields: Partial<EventData<'segment'>>): TranslationEvent {
  return {
    event: 'segment',
    data: { segment: 0, source: 'en', status: 'translated', checks: [], ...fields },
  };
}

function createDone(fields: Partial<EventData<'done'>>): TranslationEvent {
  const timing = { queuedMs: 0, loadMs: 0, firstTokenMs: 400, totalMs: 2000, tokensPerSecond: 9 };
  const data = { complete: true, reason: 'stop' as const, usage: { characters: 1 }, timing, ...fields };
  return { event: 'done', data };
}

async function count(events: TranslationEvent[]): Promise<string[]> {
  const metrics = new Metrics();
  await collect(countOutcome(toStream(events), metrics));
  return readLines(metrics);
}

async function readLines(metrics: Metrics): Promise<string[]> {
  return (await metrics.read([])).split('\n');
}

function toStream(events: TranslationEvent[]): AsyncGenerator<TranslationEvent, void> {
  return failAfter(events);
}

// eslint-disable-next-line @typescript-eslint/require-await -- a stream of what is there already
async function* failAfter(events: TranslationEvent[], error?: Error): AsyncGenerator<TranslationEvent, void> {
  yield* events;
  if (error) throw error;
}

async function collect(events: AsyncIterable<TranslationEvent>): Promise<TranslationEvent[]> {
  const collected: TranslationEvent[] = [];
  for await (const event of events) collected.push(event);
  return collected;
}
