import { once } from 'node:events';
import { spawn } from 'node:child_process';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startFakeOllama } from '../fakes/fake-ollama.ts';
import { repeatsForever } from '../fakes/ollama-misfortunes.ts';
import { collect, mainPath, MainRunner } from './run-main.ts';
import { readAll } from './start-test-server.ts';

let runner: MainRunner;

beforeEach(() => {
  runner = new MainRunner();
});

afterEach(() => {
  runner.end();
});

it('prints the ready line alone on its line, names a free port, and says which engine and why', async () => {
  const { url, stdout } = await runner.start([]);
  expect(new URL(url).port).not.toBe('0');
  await stdout.until(/Engine: bergamot.*Ollama does not answer/);
  await stdout.until(/dist\/chromium/);
  expect((await fetch(`${url}/health`)).status).toBe(200);
});

it('goes on when whoever read the ready line closes the pipe', async () => {
  const { url, child, exit } = await runner.start([]);
  child.stdout?.destroy();
  expect((await fetch(`${url}/health`)).status).toBe(200);
  child.kill('SIGTERM');
  expect(await exit).toEqual([0, null]);
});

it('goes on when whoever read the log closes the pipe', async () => {
  const { url, child, exit } = await runner.start(['--engine', 'ollama']);
  child.stderr?.destroy();
  for (let round = 0; round < 3; round += 1) {
    await readAll(await translate(url, '42'));
    expect((await fetch(`${url}/health`)).status).toBe(200);
  }
  child.kill('SIGTERM');
  expect(await exit).toEqual([0, null]);
});

it('does not outlive the npm that started it', async () => {
  const shell = spawn(
    'sh',
    ['-c', `"${process.execPath}" "${mainPath}" --port 0 --data-dir "${runner.dataDir}"; true`],
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

it('translates with nothing else installed', async () => {
  const { url } = await runner.start([]);
  expect((await readAll(await translate(url, 'How are you today?'))).text).toBe('Como você está hoje?');
});

it.each([
  ['is thrown', 'throw new Error("can" + "ary")'],
  ['is rejected', 'Promise.reject(new Error("can" + "ary"))'],
])('tells its readers and ends with 1 when something unforeseen %s', async (_name, fault) => {
  const ollama = await startFakeOllama({ behaviour: repeatsForever('a', 20) });
  const script = `data:text/javascript,process.on("SIGUSR2", () => { ${encodeURIComponent(fault)} })`;
  const flags = ['--ollama-host', ollama.url, '--engine', 'ollama'];
  const { url, child, exit, stderr } = await runner.start(flags, { nodeFlags: ['--import', script] });
  const response = await translate(url, 'Good morning.');
  child.kill('SIGUSR2');
  const { events } = await readAll(response);
  expect(events.at(-1)).toMatchObject({ event: 'error', data: { code: 'shutting_down' } });
  expect(await exit).toEqual([1, null]);
  expect(stderr.text()).toContain('unforeseen failure');
  expect(stderr.text()).not.toContain('canary');
  await ollama.close();
});

function translate(url: string, text: string): Promise<Response> {
  return fetch(`${url}/v1/translate`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text, target: 'pt' }),
  });
}
