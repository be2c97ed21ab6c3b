import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { collect, mainPath, MainRunner, type MainProcess } from './run-main.ts';
import { readAll } from './start-test-server.ts';

const runner = new MainRunner();
let main: MainProcess & { url: string };

beforeAll(async () => {
  main = await runner.start([]);
});

afterAll(() => {
  runner.end();
});

it('prints the ready line alone on its line, names a free port, and says which engine and why', async () => {
  const { url, stdout } = main;
  expect(new URL(url).port).not.toBe('0');
  await stdout.until(/Engine: bergamot.*Ollama does not answer/);
  await stdout.until(/dist\/chromium/);
  expect((await fetch(`${url}/health`)).status).toBe(200);
});

it('translates with nothing else installed', async () => {
  expect(await translate('How are you today?')).toBe('Como você está hoje?');
});

it('goes on when whoever read the ready line and the log closes the pipes', async () => {
  main.child.stdout?.destroy();
  main.child.stderr?.destroy();
  // Each of them is logged.
  for (const text of ['1', '2', '3']) expect(await translate(text)).toBe(text);
  main.child.kill('SIGTERM');
  expect(await main.exit).toEqual([0, null]);
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

async function translate(text: string): Promise<string> {
  const response = await fetch(`${main.url}/v1/translate`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text, target: 'pt' }),
  });
  return (await readAll(response)).text;
}
