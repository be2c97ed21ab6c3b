import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { installFakeBrowser, type FakePort } from '../fake-browser.ts';

const browser = installFakeBrowser();
const { SetupWatch } = await import('../../../extension/welcome/setup-watch.ts');

const status = { kind: 'unreachable', server: '127.0.0.1:9000' } as const;
const onStatus = vi.fn();
let watch: InstanceType<typeof SetupWatch>;

beforeEach(() => {
  vi.useFakeTimers();
  browser.ports.length = 0;
  browser.isAlive = true;
  watch = new SetupWatch(onStatus);
});

afterEach(() => {
  vi.useRealTimers();
  vi.clearAllMocks();
});

function getPort(): FakePort {
  const port = browser.ports.at(-1);
  if (!port) throw new Error('No port is open');
  return port;
}

function greet(): void {
  getPort().onMessage.fire({ type: 'hello', target: 'pt', languages: [] });
}

function answer(): void {
  const { key } = getPort().posted.at(-1) as { key: string };
  getPort().onMessage.fire({ type: 'server-status', status, engines: [], key });
}

test('asks at once, and again two seconds after each answer', () => {
  watch.start();
  greet();
  expect(getPort().posted).toMatchObject([{ type: 'check-server', isSetup: true }]);
  answer();
  expect(onStatus).toHaveBeenCalledExactlyOnceWith(status);
  vi.advanceTimersByTime(1999);
  expect(getPort().posted).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(getPort().posted).toHaveLength(2);
});

test('never asks while a question is open, however often it is started', () => {
  for (let times = 0; times < 10; times += 1) {
    watch.start();
    watch.stop();
  }
  watch.start();
  greet();
  vi.advanceTimersByTime(60_000);
  expect(getPort().posted).toHaveLength(1);
});

test('asks nothing once it is stopped, be it before the answer or after', () => {
  watch.start();
  greet();
  watch.stop();
  answer();
  vi.advanceTimersByTime(60_000);
  expect(getPort().posted).toHaveLength(1);
  watch.start();
  answer();
  watch.stop();
  vi.advanceTimersByTime(60_000);
  expect(getPort().posted).toHaveLength(2);
});

test('a background that ends meanwhile is asked again, later', () => {
  watch.start();
  greet();
  getPort().lose();
  expect(browser.ports).toHaveLength(1);
  vi.advanceTimersByTime(2000);
  greet();
  expect(browser.ports).toHaveLength(2);
  expect(getPort().posted).toHaveLength(1);
});

test('says so when the extension was updated, and asks no more', () => {
  browser.isAlive = false;
  watch.start();
  expect(onStatus).toHaveBeenCalledExactlyOnceWith({ kind: 'outdated-page' });
  vi.advanceTimersByTime(60_000);
  expect(onStatus).toHaveBeenCalledOnce();
});
