import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startFakeOllama } from '../fakes/fake-ollama.ts';
import { repeatsForever } from '../fakes/ollama-misfortunes.ts';
import { readAll, readEvents } from './start-test-server.ts';

const main = path.join(import.meta.dirname, '../../dist/server/main.js');

let dataDir: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'dragoman-test-'));
});

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
});

it('prints the ready line alone on its line, names a free port, and says which engine and why', async () => {
  const { url, stdout } = await start('--port', '0');
  expect(new URL(url).port).not.toBe('0');
  await stdout.until(/Engine: bergamot.*Ollama does not answer/);
  await stdout.until(/dist\/chromium/);
  expect((await fetch(`${url}/health`)).status).toBe(200);
});

it.each(['SIGTERM', 'SIGINT'] as const)(
  'ends streams with shutting_down and itself with 0 on %s',
  async (signal) => {
    const ollama = await startFakeOllama({ behaviour: repeatsForever('a', 20) });
    const { url, child } = await start('--port', '0', '--ollama-host', ollama.url);
    const response = await fetch(`${url}/v1/translate`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"text":"x","target":"pt"}',
    });
    const events = readEvents(response);
    await events.next();
    const exit = once(child, 'exit');
    child.kill(signal);
    let last;
    for await (const event of events) last = event;
    expect(last).toMatchObject({ event: 'error', data: { code: 'shutting_down', retryable: true } });
    expect(await exit).toEqual([0, null]);
    await ollama.close();
  },
);

it('goes on when whoever read the ready line closes the pipe', async () => {
  const { url, child } = await start('--port', '0');
  child.stdout.destroy();
  const exit = once(child, 'exit');
  expect((await fetch(`${url}/health`)).status).toBe(200);
  child.kill('SIGTERM');
  expect(await exit).toEqual([0, null]);
});

it('does not wait for a client that keeps its half of the connection open', async () => {
  const ollama = await startFakeOllama({ behaviour: repeatsForever('a', 20) });
  const { url, child } = await start('--port', '0', '--ollama-host', ollama.url);
  const socket = connect({ port: Number(new URL(url).port), host: '127.0.0.1', allowHalfOpen: true });
  const body = '{"text":"x","target":"pt"}';
  const head = ['POST /v1/translate HTTP/1.1', 'Host: 127.0.0.1', 'Content-Type: application/json'];
  socket.write([...head, `Content-Length: ${body.length}`, '', body].join('\r\n'));
  await collect(socket).until(/event: delta/);
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  expect(await exit).toEqual([0, null]);
  socket.destroy();
  await ollama.close();
});

it('does not wait for half a request when stopping', async () => {
  const { url, child } = await start('--port', '0');
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.write('POST /v1/translate HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Le');
  await fetch(`${url}/health`);
  const exit = once(child, 'exit');
  const closed = once(socket, 'close');
  child.kill('SIGTERM');
  await closed;
  expect(await exit).toEqual([0, null]);
});

it('does not outlive the npm that started it', async () => {
  const shell = spawn(
    'sh',
    ['-c', `"${process.execPath}" "${main}" --port 0 --data-dir "${dataDir}"; true`],
    {
      env: { PATH: process.env.PATH, OLLAMA_HOST: 'http://127.0.0.1:1', npm_lifecycle_event: 'start' },
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  const stdout = collect(shell.stdout);
  await stdout.until(/^Dragoman is ready/m);
  const closed = once(shell.stdout, 'close');
  shell.kill('SIGTERM');
  // The server holds the other end of this pipe.
  await closed;
});

it('does not wait for connections that never sent anything', async () => {
  const { url, child } = await start('--port', '0');
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  await once(socket, 'connect');
  const exit = once(child, 'exit');
  const closed = once(socket, 'close');
  child.kill('SIGTERM');
  await closed;
  expect(await exit).toEqual([0, null]);
});

it('translates with nothing else installed', async () => {
  const { url } = await start('--port', '0');
  const response = await fetch(`${url}/v1/translate`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"text":"How are you today?","target":"pt"}',
  });
  expect((await readAll(response)).text).toBe('Como você está hoje?');
});

it.each([
  [['--colour', 'red'], /unknown option '--colour'/],
  [['--port', 'many'], /--port <number>.*whole number/],
  [['--engine', 'magic'], /--engine <name>.*auto, ollama, openai, bergamot/],
  [['--host', '0.0.0.0'], /--host 0\.0\.0\.0.*--token/],
  [['--stall-timeout', '2s'], /--stall-timeout/],
  [['--deadline', '600h'], /--deadline <duration>.*24 days/],
  [['--deadline', '0s'], /--deadline <duration>/],
  [['--token', 'open sesame'], /--token must be/],
])('refuses to start with %j, in one sentence that names it', async (flags, sentence) => {
  const { child, stderr } = run(...flags);
  const [code] = (await once(child, 'exit')) as [number];
  expect(code).toBe(1);
  expect(stderr.text()).toMatch(sentence);
  expect(stderr.text().trim().split('\n')).toHaveLength(1);
});

it('says which port is in use and what to do', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as { port: number };
  const { child, stderr } = run('--port', String(port));
  const [code] = (await once(child, 'exit')) as [number];
  expect(code).toBe(1);
  expect(stderr.text()).toMatch(new RegExp(`port ${port}.*--port`));
  other.close();
});

async function start(...flags: string[]) {
  const started = run(...flags);
  const line = await started.stdout.until(/^Dragoman is ready on (http:\S+)$/m);
  return { ...started, url: line[1] ?? '' };
}

function run(...flags: string[]) {
  const child = spawn(process.execPath, [main, '--data-dir', dataDir, ...flags], {
    env: { PATH: process.env.PATH, OLLAMA_HOST: 'http://127.0.0.1:1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  return { child, stdout: collect(child.stdout), stderr: collect(child.stderr) };
}

/** What a process has written, and a wait for what it will. */
function collect(stream: NodeJS.ReadableStream) {
  let text = '';
  stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  return {
    text: () => text,
    until: async (pattern: RegExp): Promise<RegExpExecArray> => {
      for (;;) {
        const match = pattern.exec(text);
        if (match) return match;
        await once(stream, 'data');
      }
    },
  };
}
