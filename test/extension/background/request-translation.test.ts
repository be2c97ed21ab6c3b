import { once } from 'node:events';
import { afterEach, expect, test, vi } from 'vitest';
import type { RunMessage } from '../../../extension/messages/background-message.ts';
import { installFakeBrowser } from '../fake-browser.ts';
import {
  breaks,
  delta,
  done,
  ends,
  refuses,
  sends,
  start,
  startScriptedServer,
  type Answer,
  type ScriptedServer,
} from './scripted-server.ts';

/** How long it meant to wait each time. It does not wait, or, when patient, until it is stopped. */
const pauses: number[] = [];
let isPatient = false;
/** What a silence would bring about. */
let hangUp: (() => void) | undefined;

vi.mock(import('../../../extension/background/delay.ts'), () => ({
  delay: async (milliseconds, signal) => {
    pauses.push(milliseconds);
    if (isPatient) await once(signal, 'abort');
    signal.throwIfAborted();
  },
}));
vi.mock(import('../../../extension/background/limit-silence.ts'), () => ({
  limitSilence: (chunks, onSilence) => {
    hangUp = onSilence;
    return chunks as AsyncGenerator<Uint8Array, void>;
  },
}));

const browser = installFakeBrowser();
const { runTranslation } = await import('../../../extension/background/run-translation.ts');
const { viewLeft } = await import('../../../extension/background/view-left.ts');

const attempt = { key: 'the-key', texts: ['Hello'], target: 'pt' };
const body = { text: 'Hello', target: 'pt', resume: true };
const reconnecting: RunMessage = { type: 'obstacle', obstacle: { kind: 'reconnecting' } };
const free: RunMessage = { type: 'obstacle', obstacle: undefined };
let server: ScriptedServer;

afterEach(async () => {
  pauses.length = 0;
  isPatient = false;
  await expect.poll(() => server.countOpen()).toBe(0);
  await server.close();
});

/** A translation by such a server: what it tells, and the way to stop it. */
async function run(answers: [Answer, ...Answer[]], asked: Parameters<typeof runTranslation>[0] = attempt) {
  server = await startScriptedServer(...answers);
  browser.stored = { server: server.address };
  const messages: RunMessage[] = [];
  const stopping = new AbortController();
  const read = async () => {
    for await (const message of runTranslation(asked, stopping.signal)) messages.push(message);
  };
  const ended = read().catch((error: unknown) => {
    if (!stopping.signal.aborted) throw error;
  });
  return {
    messages,
    ended,
    stop: (reason = new Error('stopped')) => {
      stopping.abort(reason);
    },
  };
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise(setImmediate);
}

function listKinds(messages: RunMessage[]): (string | undefined)[] {
  return messages.map((message) => (message.type === 'event' ? message.event.event : message.obstacle?.kind));
}

test.each<[string, Answer]>([
  ['ends too early', ends],
  ['breaks', breaks],
])('a stream that %s goes on after its last event', async (_how, loses) => {
  const { messages, ended } = await run([
    sends([start, delta('Ol')], 1, loses),
    sends([delta('á'), done], 3, ends),
  ]);
  await ended;
  expect(messages.slice(2, 4)).toEqual([reconnecting, free]);
  expect(listKinds(messages.slice(4))).toEqual(['delta', 'done']);
  expect(server.requests).toMatchObject([
    { method: 'POST', path: '/v1/translate', key: 'the-key', body },
    { method: 'GET', path: '/v1/streams/s', lastEventId: 's:2' },
  ]);
  expect(server.cancelled).toEqual([]);
});

test('before the first event the same is asked once more under the same key', async () => {
  const { messages, ended } = await run([breaks, sends([start, done], 1, ends)]);
  await ended;
  expect(listKinds(messages)).toEqual(['start', 'done']);
  expect(server.requests).toHaveLength(2);
  expect(server.requests[1]).toEqual(server.requests[0]);
});

test('a view that has events already is served with what follows', async () => {
  const { messages, ended } = await run([sends([delta('á'), done], 3, ends)], { ...attempt, after: 's:2' });
  await ended;
  expect(messages[0]).toEqual(free);
  expect(listKinds(messages.slice(1))).toEqual(['delta', 'done']);
  expect(server.requests).toMatchObject([{ method: 'GET', path: '/v1/streams/s', lastEventId: 's:2' }]);
});

test('the rest of a text is asked for with what stands before it, and more than one part as texts', async () => {
  const { ended } = await run([sends([start, done], 1, ends)], { ...attempt, before: 'Hi.' });
  await ended;
  expect(server.requests[0]?.body).toEqual({ ...body, context: { before: 'Hi.' } });
  await server.close();
  const more = await run([sends([start, done], 1, ends)], { ...attempt, texts: ['a', 'b'] });
  await more.ended;
  expect(server.requests[0]?.body).toEqual({ texts: ['a', 'b'], target: 'pt', resume: true });
});

test('a server that came back without the stream says so, and is not asked again', async () => {
  const { messages, ended } = await run([sends([start], 1, breaks), refuses(410, 'stream_gone')]);
  await ended;
  expect(messages.at(-1)).toMatchObject({ obstacle: { kind: 'problem', error: { code: 'stream_gone' } } });
  expect(server.requests).toHaveLength(2);
});

test('a stream that has ended without its end on this side was cut', async () => {
  const { messages, ended } = await run([
    sends([start], 1, breaks),
    (response) => response.writeHead(204).end(),
  ]);
  await ended;
  expect(messages.at(-1)).toEqual({ type: 'obstacle', obstacle: { kind: 'cut' } });
  expect(server.requests).toHaveLength(2);
});

test('a connection that cannot be made again is tried for some seconds, longer and longer apart', async () => {
  const { messages, ended } = await run([sends([start, delta('Ol')], 1, breaks), breaks]);
  await ended;
  expect(messages.at(-1)).toMatchObject({ obstacle: { kind: 'unreachable', server: server.address } });
  expect(server.requests).toHaveLength(6);
  expect(pauses).toEqual([0, 500, 1000, 2000, 4000]);
});

test('a connection that brings an event each time is made again without end', async () => {
  const once = (number: number) => sends([delta('lá ')], number, breaks);
  const numbers = Array.from({ length: 20 }, (_, index) => index + 2);
  const { messages, ended } = await run([
    sends([start], 1, breaks),
    ...numbers.map(once),
    sends([done], 22, ends),
  ]);
  await ended;
  expect(listKinds(messages).filter((kind) => kind === 'delta')).toHaveLength(20);
  expect(listKinds(messages).at(-1)).toBe('done');
});

test('a connection without an end that is given up for its silence goes on in a new one', async () => {
  const { messages, ended } = await run([sends([start, delta('Ol')]), sends([done], 3, ends)]);
  await until(() => messages.length === 2);
  hangUp?.();
  await ended;
  expect(listKinds(messages)).toEqual(['start', 'delta', 'reconnecting', undefined, 'done']);
  expect(server.requests).toMatchObject([{ method: 'POST' }, { method: 'GET', lastEventId: 's:2' }]);
});

test('stopping ends the stream on the server', async () => {
  const { messages, ended, stop } = await run([sends([start])]);
  await until(() => messages.length === 1);
  stop();
  await ended;
  await until(() => server.cancelled.length > 0);
  expect(server.cancelled).toEqual(['/v1/streams/s']);
});

test('a view that may come back leaves the stream to the server', async () => {
  const { messages, ended, stop } = await run([sends([start])]);
  await until(() => messages.length === 1);
  stop(viewLeft);
  await ended;
  await until(() => server.countOpen() === 0);
  expect(server.cancelled).toEqual([]);
});

test('a stream that is stopped before it has an id is ended as soon as it has', async () => {
  let respond: Parameters<Answer>[0] | undefined;
  const { messages, ended, stop } = await run([(response) => (respond = response)]);
  await until(() => respond !== undefined);
  stop();
  if (respond) sends([start])(respond);
  await ended;
  await until(() => server.cancelled.length > 0);
  expect(messages).toEqual([]);
  expect(server.requests).toHaveLength(1);
});

test('stopping while the connection is lost ends the stream, and nothing is tried any more', async () => {
  isPatient = true;
  const { ended, stop } = await run([sends([start], 1, breaks)]);
  await until(() => pauses.length === 1);
  stop();
  await ended;
  await until(() => server.cancelled.length > 0);
  expect(server.requests).toHaveLength(1);
});

test('a view that closes at once after its background was started anew still ends its stream', async () => {
  const { ended, stop } = await run([sends([start])], { ...attempt, after: 's:7' });
  stop();
  await ended;
  await until(() => server.cancelled.length > 0);
  expect(server.cancelled).toEqual(['/v1/streams/s']);
  expect(server.requests).toEqual([]);
});
