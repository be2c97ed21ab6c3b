import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { RunMessage, ToldMessage } from '../../../extension/messages/background-message.ts';
import type { TranslationEvent } from '../../../shared/translation-event.ts';
import { installFakeBrowser } from '../fake-browser.ts';
import { collectMessages } from './collect-messages.ts';
import { delta, start } from './scripted-server.ts';

const browser = installFakeBrowser();
const { addWaits } = await import('../../../extension/background/add-waits.ts');

const name = '127.0.0.1:9000 ollama m';
const loading: TranslationEvent = { event: 'status', data: { phase: 'loading' } };
const reading: TranslationEvent = { event: 'status', data: { phase: 'reading' } };

beforeEach(() => {
  vi.useFakeTimers();
  browser.stored = {};
});

afterEach(() => {
  vi.useRealTimers();
});

/** Each event a second after the one before. */
async function* sendSlowly(...events: TranslationEvent[]): AsyncGenerator<RunMessage, void> {
  for (const event of events) {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    yield { type: 'event', event, eventId: 's:1' };
  }
}

async function runSlowly(events: TranslationEvent[], isPrivate = false): Promise<ToldMessage[]> {
  const told = collectMessages(addWaits(sendSlowly(...events), Promise.resolve(isPrivate)));
  await vi.runAllTimersAsync();
  return told;
}

const getWaits = (messages: ToldMessage[]) =>
  messages.flatMap((message) => (message.type === 'wait' ? [message.wait] : []));

test('how long loading took is told when the same model is loaded again, and nothing of any text is kept', async () => {
  const events = [start, loading, delta('secret')];
  expect(getWaits(await runSlowly(events))).toEqual([]);
  expect(browser.stored).toEqual({ waitTimes: { [name]: { loadMs: 1000, firstWordMs: [] } } });
  expect(getWaits(await runSlowly(events))).toEqual([{ phase: 'loading', seconds: 1, isLong: false }]);
});

test('the first words are expected after the second use', async () => {
  const events = [start, reading, delta('a')];
  expect(getWaits(await runSlowly(events))).toEqual([]);
  expect(getWaits(await runSlowly(events))).toEqual([]);
  expect(getWaits(await runSlowly(events))).toEqual([{ phase: 'reading', seconds: 1, isLong: false }]);
});

test('what takes clearly longer is said so, once', async () => {
  browser.stored = { waitTimes: { [name]: { firstWordMs: [100, 100] } } };
  const messages = await runSlowly([start, reading, loading, reading]);
  expect(getWaits(messages).filter(({ isLong }) => isLong)).toEqual([]);
  const told = collectMessages(addWaits(sendLate(), Promise.resolve(false)));
  await vi.runAllTimersAsync();
  expect(getWaits(await told)).toEqual([
    { phase: 'reading', seconds: 0, isLong: false },
    { phase: 'reading', seconds: 0, isLong: true },
  ]);
});

async function* sendLate(): AsyncGenerator<RunMessage, void> {
  yield* sendSlowly(start, reading);
  await new Promise((resolve) => setTimeout(resolve, 60_000));
  yield* sendSlowly(delta('a'));
}

test('of a private window nothing is kept', async () => {
  await runSlowly([start, loading, reading, delta('a')], true);
  expect(browser.stored).toEqual({});
});

test('what is stored there in another shape counts as nothing, and models that were not used for long are forgotten', async () => {
  browser.stored = { waitTimes: 'none' };
  await runSlowly([start, loading, delta('a')]);
  const many = Array.from({ length: 40 }, (_, index) => [`model ${index}`, { firstWordMs: [1] }] as const);
  browser.stored = { waitTimes: Object.fromEntries(many) };
  await runSlowly([start, loading, delta('a')]);
  const kept = Object.keys(browser.stored['waitTimes'] as object);
  expect(kept).toHaveLength(30);
  expect(kept.at(-1)).toBe(name);
});
