import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startFakeOllama, type FakeOllama } from '../fakes/fake-ollama.ts';
import { repeatsForever } from '../fakes/ollama-misfortunes.ts';
import { askWithoutReading } from './ask-without-reading.ts';
import { openConnection } from './open-connection.ts';
import { MainRunner, type MainProcess } from './run-main.ts';

let ollama: FakeOllama;
let runner: MainRunner;
let main: MainProcess & { url: string };

beforeEach(async () => {
  ollama = await startFakeOllama({ behaviour: repeatsForever('a ', 20) });
  runner = new MainRunner();
  main = await runner.start(['--ollama-host', ollama.url, '--engine', 'ollama', '--checks', 'off']);
});

afterEach(async () => {
  runner.end();
  await ollama.close();
});

it.each(['SIGTERM', 'SIGINT'] as const)('tells everybody and ends with 0 on %s', async (signal) => {
  const streams = [
    await post('/v1/translate', { text: 'first', target: 'pt', resume: true }),
    await post('/v1/translate', { text: 'queued', target: 'pt' }),
    await post('/translate_stream', { text: 'original', language_dst: 'pt' }),
  ];
  await ollama.received('/api/chat');
  const json = post('/v1/translate', { text: 'json', target: 'pt' }, { accept: 'application/json' });
  // Its place in the queue is behind the others.
  await expect.poll(countWaiting, { timeout: 4000 }).toBe(3);
  main.child.kill(signal);
  for (const stream of streams)
    expect(await stream.text()).toMatch(/event: error\r?\n(id: .*\n)?data: .*"shutting_down"/);
  const refusal = await json;
  expect([refusal.status, await refusal.json()]).toMatchObject([503, { code: 'shutting_down' }]);
  expect(await main.exit).toEqual([0, null]);
  await expectNothingLeft();
});

it('waits for nobody who is not being answered, and for nobody who keeps a connection', async () => {
  const head = 'POST /v1/translate HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n';
  const body = '{"text":"x","target":"pt"}';
  const silent = await openConnection(main.url);
  const halfHead = await openConnection(main.url);
  const halfBody = await openConnection(main.url);
  const reader = await openConnection(main.url);
  halfHead.write(head);
  halfBody.write(`${head}Content-Length: 99\r\n\r\n${body}`);
  // Neither closes its half of the connection when the server does.
  reader.write(`${head}Content-Length: ${body.length}\r\n\r\n${body}`);
  await reader.until(/event: delta/);
  main.child.kill('SIGTERM');
  const all = [silent, halfHead, halfBody, reader];
  await Promise.all(all.map(({ closed }) => closed));
  expect(reader.text()).toContain('"shutting_down"');
  expect(await main.exit).toEqual([0, null]);
  for (const { socket } of all) socket.destroy();
  await expectNothingLeft();
});

it('ends at once on a second signal, whoever does not read', async () => {
  const connection = await askWithoutReading(main.url);
  main.child.kill('SIGTERM');
  await expect.poll(isRefused, { timeout: 4000 }).toBe(true);
  main.child.kill('SIGTERM');
  expect(await main.exit).toEqual([1, null]);
  connection.socket.destroy();
});

async function isRefused(): Promise<boolean> {
  return fetch(`${main.url}/health`).then(
    () => false,
    () => true,
  );
}

function post(path: string, body: object, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(main.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

async function countWaiting(): Promise<number> {
  const metrics = await (await fetch(`${main.url}/metrics`)).text();
  return Number(/^dragoman_queued_translations\{engine="ollama"\} (\d+)$/m.exec(metrics)?.[1]);
}

/** No request of a model, and the port is free. */
async function expectNothingLeft(): Promise<void> {
  const chats = ollama.requests.filter(({ path }) => path === '/api/chat');
  expect(chats).toHaveLength(1);
  await chats[0]?.over;
  expect(chats[0]?.clientGone).toBe(true);
  const next = createServer().listen(Number(new URL(main.url).port), '127.0.0.1');
  await once(next, 'listening');
  next.close();
}
