import { afterEach, beforeEach, expect, it } from 'vitest';
import type { RunningServer } from '../../../server/start-server.ts';
import { startFakeOllama, type FakeOllama } from '../../fakes/fake-ollama.ts';
import { repeatsForever } from '../../fakes/ollama-misfortunes.ts';
import { openConnection } from '../open-connection.ts';
import { startLimitedServer } from './start-limited-server.ts';

const idleConnections = 20;

let ollama: FakeOllama;
let server: RunningServer;

beforeEach(async () => {
  ollama = await startFakeOllama({ behaviour: repeatsForever('a b ', 20) });
  server = await startLimitedServer(
    { idleConnections },
    ...['--ollama-host', ollama.url, '--engine', 'ollama', '--checks', 'off'],
  );
});

afterEach(async () => {
  await server.stop();
  await ollama.close();
});

it.each([
  ['say nothing', ''],
  ['send half a head', 'GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n'],
  [
    'send half a body',
    'POST /v1/detect HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{',
  ],
  ['were refused', 'GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n'],
])('keeps a translation running while connections that %s come and go', async (_name, bytes) => {
  const reader = await openConnection(server.url);
  const body = '{"text":"x","target":"pt"}';
  const head = ['POST /v1/translate HTTP/1.1', 'Host: 127.0.0.1', 'Content-Type: application/json'];
  reader.write([...head, `Content-Length: ${body.length}`, '', body].join('\r\n'));
  await reader.until(/event: delta/);
  const first = await openConnection(server.url);
  first.write(bytes);
  const strangers = await Promise.all(
    Array.from({ length: 3 * idleConnections }, () => openConnection(server.url)),
  );
  for (const stranger of strangers) stranger.write(bytes);
  await first.closed;
  const seen = reader.text().length;
  expect((await fetch(`${server.url}/health`)).status).toBe(200);
  await expect.poll(() => reader.text().length, { timeout: 4000 }).toBeGreaterThan(seen);
  expect(reader.socket.readableEnded).toBe(false);
  for (const { socket } of [reader, ...strangers]) socket.destroy();
});
