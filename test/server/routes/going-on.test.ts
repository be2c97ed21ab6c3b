import { afterEach, beforeEach, expect, it } from 'vitest';
import { startFakeOllama, type FakeOllama } from '../../fakes/fake-ollama.ts';
import { repeatsForever } from '../../fakes/ollama-misfortunes.ts';
import { send } from '../send-raw.ts';
import { readEvents, startTestServer, type TestServer } from '../start-test-server.ts';

let ollama: FakeOllama;
let server: TestServer;
/** Of a stream that does not end. */
let id: string;

beforeEach(async () => {
  ollama = await startFakeOllama({ behaviour: repeatsForever(' outra vez', 5) });
  server = await startTestServer('--ollama-host', ollama.url, '--engine', 'ollama', '--grace', '1m');
  const answer = await server.post('/v1/translate', { text: 'one', target: 'pt', resume: true });
  const { value } = await readEvents(answer).next();
  id = value?.event === 'start' ? value.data.id : '';
});

afterEach(async () => {
  await server.stop();
  await ollama.close();
});

it('refuses to go on with a running stream after an event that it has not come to', async () => {
  const headers = { 'last-event-id': `${id}:99999` };
  const byId = await fetch(`${server.url}/v1/streams/${id}`, { headers });
  expect(byId.status).toBe(400);
  expect(await byId.json()).toMatchObject({ errors: [{ path: 'Last-Event-ID' }] });
  const byNumber = await fetch(`${server.url}/v1/streams/${id}?after=99999`);
  expect(byNumber.status).toBe(400);
  expect(await byNumber.json()).toMatchObject({ errors: [{ path: 'after' }] });
});

it('answers HEAD without waiting for the end of the stream', async () => {
  const answer = await send(server.url, `HEAD /v1/streams/${id}`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
});
