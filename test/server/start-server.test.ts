import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { RunningServer } from '../../server/start-server.ts';
import { startFakeOllama, type FakeOllama } from '../fakes/fake-ollama.ts';
import { answers } from '../fakes/ollama-answers.ts';
import { inTurn, stallsMidStream } from '../fakes/ollama-misfortunes.ts';
import { askWithoutReading } from './ask-without-reading.ts';
import { sendUntilRefused } from './open-connection.ts';
import { startLimitedServer } from './attacks/start-limited-server.ts';

let ollama: FakeOllama;
let server: RunningServer;

beforeEach(async () => {
  ollama = await startFakeOllama();
  server = await startLimitedServer({ stopMs: 200 }, '--ollama-host', ollama.url, '--engine', 'ollama');
});

afterEach(async () => {
  await ollama.close();
});

it('stops in its time though a client takes nothing, and leaves no connection', async () => {
  const connection = await askWithoutReading(server.url);
  await server.stop();
  expect(await sendUntilRefused(connection)).toMatch(/ECONNRESET|EPIPE/);
  await expectFree(server.url);
});

it('takes no more work while it stops', async () => {
  const stopping = server.stop();
  await expect(fetch(`${server.url}/health`)).rejects.toThrow();
  await stopping;
});

it('answers JSON with what is whole when it stops', async () => {
  ollama.tell(inTurn(answers(['primeiro']), stallsMidStream(['segundo'])));
  const response = fetch(`${server.url}/v1/translate`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: '{"texts":["the first text","the second text"],"source":"en","target":"pt"}',
  });
  const countChats = (): number => ollama.requests.filter(({ path }) => path === '/api/chat').length;
  await vi.waitUntil(() => countChats() === 2, { timeout: 4000 });
  await server.stop();
  const answer = await response;
  expect([answer.status, await answer.json()]).toMatchObject([
    200,
    {
      complete: false,
      translations: [
        { text: 'primeiro', complete: true },
        { complete: false, error: { code: 'shutting_down' } },
      ],
    },
  ]);
});

it('stops a second time as it did the first', async () => {
  await server.stop();
  await server.stop();
  await expectFree(server.url);
});

async function expectFree(url: string): Promise<void> {
  const next = createServer().listen(Number(new URL(url).port), '127.0.0.1');
  await once(next, 'listening');
  next.close();
}
