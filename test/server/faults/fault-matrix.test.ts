import { Agent, setGlobalDispatcher } from 'undici';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDependencies } from '../../../server/create-dependencies.ts';
import { readSettings } from '../../../server/settings/settings.ts';
import { startServer } from '../../../server/start-server.ts';
import { MainRunner } from '../run-main.ts';
import { startRedis, type TestRedis } from '../start-redis.ts';
import { awaitNothingLeft, countLeftovers, type Leftovers } from './count-leftovers.ts';
import { moments, startHeldEngine, whole, type HeldEngine, type Moment } from './held-engine.ts';
import { openHeldStream, type HeldStream } from './open-held-stream.ts';
import { readEnd, type StreamEnd } from './read-end.ts';

let runner: MainRunner;
let engine: HeldEngine;
let redis: TestRedis | undefined;
/** Takes the engine where a stream is to wait for it. */
let occupant: HeldStream | undefined;
let stop: () => Promise<void>;
let before: Leftovers;
let clients: Agent;

// Listeners that are made once and stay are no leftovers: so everything is used once before.
beforeAll(async () => {
  const { sockets, timers } = countLeftovers();
  await setUp();
  const { end } = await open(await startHere(), 'mid-stream');
  engine.release();
  await end;
  await tearDown();
  before = { ...countLeftovers(), sockets, timers };
});

beforeEach(setUp);

afterEach(async () => {
  await tearDown();
  expect(await awaitNothingLeft(before)).toEqual([]);
});

async function setUp(): Promise<void> {
  // The clients' connections; those that nobody uses would be kept for some seconds.
  clients = new Agent();
  setGlobalDispatcher(clients);
  runner = new MainRunner();
  engine = await startHeldEngine();
  redis = undefined;
  occupant = undefined;
  stop = () => Promise.resolve();
}

async function tearDown(): Promise<void> {
  engine.release();
  await stop();
  await engine.ollama.close();
  await redis?.stop();
  runner.end();
  await clients.destroy();
}

describe.each(moments)('%s', (moment) => {
  it('client gone: the model is free at once, the stream says that it was cancelled', async () => {
    const url = await startHere();
    const { id, leave, end } = await open(url, moment);
    leave();
    await end;
    await expectEngineFree(moment);
    expect(await goOn(url, id)).toMatchObject({ end: 'done', state: { done: { reason: 'cancelled' } } });
    await expectNothingLeft(url);
  });

  it('client stalls: the text is whole for who comes back for it', async () => {
    const url = await startHere();
    const { id, leave } = await open(url, moment, false);
    engine.release();
    expect(await goOn(url, id)).toMatchObject(wholeEnd);
    leave();
    await expectNothingLeft(url);
  });

  it('engine dies: says so, and never calls what came the whole text', async () => {
    const url = await startHere();
    const { end } = await open(url, moment);
    await engine.die();
    const { state, text } = await end;
    // An engine that does not even answer would fail all that follows, too.
    const hasHeaders = ['first token late', 'mid-stream', 'last event'].includes(moment);
    const code = hasHeaders ? state.segments[0]?.error?.code : state.error?.code;
    expect(code).toBe(hasHeaders ? 'engine_incomplete' : 'engine_unavailable');
    expect(state.done?.complete).not.toBe(true);
    expect(whole.startsWith(text)).toBe(true);
    await expectNothingLeft(url);
  });

  it('engine stalls: the silence has an end, and says what it was', async () => {
    const url = await startHere({ firstTokenTimeoutMs: 400, stallTimeoutMs: 400 });
    const { end } = await open(url, moment);
    const { state, text } = await end;
    expect(state.error?.code ?? state.segments[0]?.error?.code).toBe('timeout');
    expect(state.done?.complete).not.toBe(true);
    expect(whole.startsWith(text)).toBe(true);
    await expectAllLetGo();
    await expectNothingLeft(url);
  });

  it('Redis down: the reader is told that the stream is gone, and the model is free', async () => {
    redis = await startRedis();
    const url = await startHere({ redisUrl: redis.url });
    const { end } = await open(url, moment);
    await redis.kill();
    const ended = await end;
    expect(ended).toMatchObject({ end: 'error', state: { error: { code: 'stream_gone', retryable: true } } });
    expect(ended.hasOwnId).toBe(false);
    await expectAllLetGo();
    await expectNothingLeft(url);
  });

  it('Redis restarted: the stream goes on to its end', async () => {
    redis = await startRedis();
    const url = await startHere({ redisUrl: redis.url });
    const { end } = await open(url, moment);
    await redis.restart();
    engine.release();
    expect(await end).toMatchObject(wholeEnd);
    await expectNothingLeft(url);
  });
});

describe('at all these moments', () => {
  it('server SIGTERM: every reader is told, the model is free, nothing stays', async () => {
    const { url, child, exit } = await runner.start([...getFlags(), '--concurrency', '4']);
    const streams = await openAll(url);
    child.kill('SIGTERM');
    for (const end of streams)
      expect(await end).toMatchObject({ end: 'error', state: { error: { code: 'shutting_down' } } });
    expect(await exit).toEqual([0, null]);
    await expectEngineFree('while queued');
  }, 20_000);

  it('server kill -9: the stream is cut, which is no end, and the model is free', async () => {
    const { url, child } = await runner.start([...getFlags(), '--concurrency', '4']);
    const streams = await openAll(url);
    child.kill('SIGKILL');
    for (const end of streams) {
      const { end: how, text } = await end;
      expect(how).toBe('cut');
      expect(whole.startsWith(text)).toBe(true);
    }
    await expectEngineFree('while queued');
  }, 20_000);
});

const wholeEnd = { end: 'done', text: whole, state: { done: { complete: true } } };

function getFlags(): string[] {
  return [
    '--ollama-host',
    engine.ollama.url,
    '--engine',
    'ollama',
    '--checks',
    'off',
    '--log-level',
    'silent',
  ];
}

/** A server in this process; returns its address. */
async function startHere(changed: object = {}): Promise<string> {
  const settings = readSettings(['--port', '0', '--data-dir', runner.dataDir, ...getFlags()]);
  const server = await startServer(await createDependencies({ ...settings, ...changed }));
  stop = () => server.stop();
  return server.url;
}

async function open(url: string, moment: Moment, isReading = true): Promise<HeldStream> {
  if (moment === 'while queued') occupant = await openHeldStream(url, 'headers late', { engine });
  return openHeldStream(url, moment, { engine, isReading });
}

/** A stream at each moment; the last one waits for the others. */
async function openAll(url: string): Promise<Promise<StreamEnd>[]> {
  const ends: Promise<StreamEnd>[] = [];
  for (const moment of moments) ends.push((await openHeldStream(url, moment, { engine })).end);
  return ends;
}

/** Goes on with a stream from its first event. */
async function goOn(url: string, id: string): Promise<StreamEnd> {
  return readEnd(await fetch(`${url}/v1/streams/${id}`));
}

/** Calls of the model so far. */
function listCalls() {
  return engine.ollama.requests.filter(({ path }) => path === '/api/chat');
}

/** The model was let go by all that it worked for; who was queued never asked it. */
async function expectEngineFree(moment: Moment): Promise<void> {
  occupant?.leave();
  await expectAllLetGo();
  const asked = listCalls().map(({ body }) => body?.messages?.at(-1)?.content ?? '');
  if (moment === 'while queued') expect(asked.join()).not.toContain(moment);
}

async function expectAllLetGo(): Promise<void> {
  const calls = listCalls();
  expect(calls.length).toBeGreaterThan(0);
  for (const call of calls) {
    await call.over;
    expect(call.clientGone).toBe(true);
  }
}

/** No stream, no turn. */
async function expectNothingLeft(url: string): Promise<void> {
  occupant?.leave();
  const readCounts = async (): Promise<string[]> => {
    const metrics = await (await fetch(`${url}/metrics`)).text();
    return metrics.match(/^dragoman_(?:running|queued)_translations\{engine="ollama"\} .*$/gm) ?? [];
  };
  await expect
    .poll(readCounts)
    .toEqual([
      'dragoman_running_translations{engine="ollama"} 0',
      'dragoman_queued_translations{engine="ollama"} 0',
    ]);
}
