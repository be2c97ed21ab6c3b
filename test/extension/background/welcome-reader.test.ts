import { beforeEach, expect, test, vi } from 'vitest';
import { installFakeBrowser } from '../fake-browser.ts';

type Welcome = (details: { reason: 'install' | 'update' | 'browser_update' }) => Promise<void>;

const browser = installFakeBrowser();
let welcomeReader: Welcome;

beforeEach(async () => {
  browser.stored = {};
  browser.opened.length = 0;
  await startWorker();
});

/** What a worker before it had in memory is gone. */
async function startWorker(): Promise<void> {
  vi.resetModules();
  ({ welcomeReader } = await import('../../../extension/background/welcome-reader.ts'));
}

test('a new reader is welcomed', async () => {
  await welcomeReader({ reason: 'install' });
  expect(browser.opened).toEqual(['extension://id/extension/welcome/welcome.html']);
});

test('once, however often the browser tells of it', async () => {
  await Promise.all([welcomeReader({ reason: 'install' }), welcomeReader({ reason: 'install' })]);
  await startWorker();
  await welcomeReader({ reason: 'install' });
  expect(browser.opened).toHaveLength(1);
});

test.each(['update', 'browser_update'] as const)('nobody is disturbed by %s', async (reason) => {
  await welcomeReader({ reason });
  expect(browser.opened).toEqual([]);
});
