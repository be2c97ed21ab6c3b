import { afterEach, beforeEach, expect, it } from 'vitest';
import { startFakeOllama, type FakeOllama } from '../fakes/fake-ollama.ts';
import { repeatsForever } from '../fakes/ollama-misfortunes.ts';
import { MainRunner, type MainProcess } from './run-main.ts';
import { readAll } from './start-test-server.ts';

/** What nobody foresaw, whenever a test wants it; the word is not in one piece, since places in the code may be logged. */
const faults = `
  process.on('SIGUSR2', () => { throw new Error('can' + 'ary'); });
  process.on('SIGHUP', () => { Promise.reject(new Error('can' + 'ary')); });
`;

let ollama: FakeOllama;
let runner: MainRunner;
let main: MainProcess & { url: string };

beforeEach(async () => {
  ollama = await startFakeOllama({ behaviour: repeatsForever('a', 20) });
  runner = new MainRunner();
  const nodeFlags = ['--import', `data:text/javascript,${encodeURIComponent(faults)}`];
  main = await runner.start(['--ollama-host', ollama.url, '--engine', 'ollama'], { nodeFlags });
});

afterEach(async () => {
  runner.end();
  await ollama.close();
});

it.each([
  ['is thrown', 'SIGUSR2'],
  ['is rejected', 'SIGHUP'],
] as const)('tells its readers and ends with 1 when something unforeseen %s', async (_name, signal) => {
  const response = await fetch(`${main.url}/v1/translate`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"text":"Good morning.","target":"pt"}',
  });
  main.child.kill(signal);
  const { events } = await readAll(response);
  expect(events.at(-1)).toMatchObject({ event: 'error', data: { code: 'shutting_down' } });
  expect(await main.exit).toEqual([1, null]);
  expect(main.stderr.text()).toContain('unforeseen failure');
  expect(main.stderr.text()).not.toContain('canary');
});
