import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { MainRunner } from './run-main.ts';

let runner: MainRunner;

beforeEach(() => {
  runner = new MainRunner();
});

afterEach(() => {
  runner.end();
});

it.each([
  [['--colour', 'red'], /unknown option '--colour'/],
  [['--host', '0.0.0.0'], /--host 0\.0\.0\.0.*--token/],
  [['--host', '203.0.113.7', '--token', 'x'], /203\.0\.113\.7.*this machine does not have that address/],
])('refuses to start with %j, in one sentence that names it', async (flags, sentence) => {
  await expectRefusal(flags, sentence);
});

it('says which port is in use and what to do', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as { port: number };
  await expectRefusal(['--port', String(port)], new RegExp(`port ${port}.*--port`));
  other.close();
});

it('sets a file that it cannot understand aside, says so, and starts', async () => {
  const file = path.join(runner.dataDir, 'paired-extensions.json');
  writeFileSync(file, '{"broken');
  const { stderr, url } = await runner.start([]);
  expect((await fetch(`${url}/health`)).status).toBe(200);
  const [aside = '', ...others] = readdirSync(runner.dataDir);
  expect(others).toEqual([]);
  expect(readFileSync(path.join(runner.dataDir, aside), 'utf8')).toBe('{"broken');
  expect(stderr.text().trim().split('\n')).toHaveLength(1);
  expect(stderr.text()).toContain(aside);
});

it('starts with a warning when the data folder would be in a file, which stays as it is', async () => {
  const file = path.join(runner.dataDir, 'file');
  writeFileSync(file, 'mine');
  const { stderr, url } = await runner.start(['--data-dir', path.join(file, 'data')]);
  expect((await fetch(`${url}/health`)).status).toBe(200);
  expect(stderr.text().trim().split('\n')).toHaveLength(1);
  expect(stderr.text()).toMatch(/can't be read \(ENOTDIR\)/);
  expect(readFileSync(file, 'utf8')).toBe('mine');
});

async function expectRefusal(flags: string[], sentence: RegExp): Promise<void> {
  const { exit, stderr, stdout } = runner.run(flags);
  expect(await exit).toEqual([1, null]);
  expect(stderr.text()).toMatch(sentence);
  expect(stderr.text().trim().split('\n')).toHaveLength(1);
  expect(stdout.text()).toBe('');
}
