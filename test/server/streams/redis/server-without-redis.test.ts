import { afterEach, beforeEach, expect, it } from 'vitest';
import { startFakeOllama, type FakeOllama } from '../../../fakes/fake-ollama.ts';
import { answers } from '../../../fakes/ollama-answers.ts';
import { repeatsForever } from '../../../fakes/ollama-misfortunes.ts';
import { startRedis, type TestRedis } from '../../start-redis.ts';
import { getOnly, readAll, readEvents, startTestServer, type TestServer } from '../../start-test-server.ts';

const request = { text: 'one', target: 'pt' };

let ollama: FakeOllama;
let redis: TestRedis;
let server: TestServer;

beforeEach(async () => {
  ollama = await startFakeOllama({ behaviour: answers(['Um']) });
  redis = await startRedis();
  server = await startTestServer('--redis-url', redis.url, '--ollama-host', ollama.url);
});

afterEach(async () => {
  await server.stop();
  await redis.stop();
  await ollama.close();
});

// Longer than others: streams and readers wait three seconds for Redis to come back.
it('ends streams when Redis goes, refuses new ones with what to do, and works again when it is back', async () => {
  ollama.tell(repeatsForever('a', 20));
  const events = readEvents(await server.post('/v1/translate', request));
  await events.next();
  const chat = await ollama.received('/api/chat');
  await redis.kill();
  let last;
  for await (const event of events) last = event;
  expect(last).toMatchObject({ event: 'error', data: { code: 'stream_gone', retryable: true } });
  await chat.over;
  const refused = await server.post('/v1/translate', request);
  expect(refused.status).toBe(500);
  expect(await refused.json()).toMatchObject({
    code: 'internal',
    detail: 'Redis does not answer.',
    retryable: true,
  });

  ollama.tell(answers(['Um']));
  await redis.restart();
  await expect.poll(async () => (await server.post('/v1/translate', request)).status).toBe(200);
}, 20_000);

it('finishes a stream though Redis loses all it held', async () => {
  ollama.tell(answers(['Um', ' dois', ' três', ' quatro'], { tokenMs: 100 }));
  const response = await server.post('/v1/translate', request);
  await ollama.received('/api/chat');
  await redis.restart();
  const { text, events } = await readAll(response);
  expect(getOnly(events, 'done')).toMatchObject({ complete: true });
  expect(text).toBe('Um dois três quatro');
});
