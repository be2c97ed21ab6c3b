import { expect, test } from 'vitest';

import { startProcess } from './start-process.ts';

function startScript(script: string): ReturnType<typeof startProcess> {
  return startProcess(process.execPath, ['--eval', script], process.env);
}

test('what it writes is waited for and read', async () => {
  const running = startScript(`console.log('one'); console.error('two'); setInterval(() => {}, 1000)`);

  expect((await running.waitForOutput(/o(n)e/, 10_000))[1]).toBe('n');
  await running.waitForOutput(/two/, 10_000);

  expect(running.readOutput()).toContain('one\n');
  await running.stop();
});

test('one that ends before it says the word is a failure with its output', async () => {
  const running = startScript(`console.error('no port left'); process.exitCode = 3`);

  await expect(running.waitForOutput(/ready/, 10_000)).rejects.toThrow(/ended with 3:\nno port left/);
});

test('one that never says the word is a failure with its output', async () => {
  const running = startScript(`console.log('thinking'); setInterval(() => {}, 1000)`);
  await running.waitForOutput(/thinking/, 10_000);

  await expect(running.waitForOutput(/ready/, 50)).rejects.toThrow(/wrote only:\nthinking/);

  await running.stop();
});

test('a program that does not exist is a failure with its name', async () => {
  const running = startProcess('/nowhere/program', [], process.env);

  await expect(running.waitForOutput(/ready/, 10_000)).rejects.toThrow(/\/nowhere\/program/);
  expect(await running.stop()).toBeNull();
});

test('stopping asks, waits and tells the exit code', async () => {
  const running = startScript(
    `process.on('SIGTERM', () => process.exit(7)); console.log('up'); setInterval(() => {}, 1000)`,
  );
  await running.waitForOutput(/up/, 10_000);

  expect(await running.stop()).toBe(7);
});

test('one that will not stop is killed', async () => {
  const running = startScript(
    `process.on('SIGTERM', () => console.log('no')); console.log('up'); setInterval(() => {}, 1000)`,
  );
  await running.waitForOutput(/up/, 10_000);

  expect(await running.stop()).toBeNull();
  expect(running.readOutput()).toContain('no');
});
