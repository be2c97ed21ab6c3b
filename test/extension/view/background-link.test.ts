import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { installFakeBrowser, type FakePort } from '../fake-browser.ts';

const browser = installFakeBrowser();
const { BackgroundLink } = await import('../../../extension/view/background-link.ts');

const hello = { type: 'hello', target: 'pt', languages: [] };
const stop = { type: 'stop' } as const;
const onMessage = vi.fn();
const onLost = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  browser.ports.length = 0;
  browser.isAlive = true;
});

afterEach(() => {
  vi.useRealTimers();
  vi.clearAllMocks();
});

function openLink(): { link: InstanceType<typeof BackgroundLink>; port: FakePort | undefined } {
  const link = new BackgroundLink('popup', { onMessage, onLost });
  link.open();
  return { link, port: browser.ports.at(-1) };
}

test('messages wait until the background has greeted', () => {
  const { link, port } = openLink();
  link.send(stop);
  expect(port?.posted).toEqual([]);
  port?.onMessage.fire(hello);
  expect(port?.posted).toEqual([stop]);
  link.send(stop);
  expect(port?.posted).toEqual([stop, stop]);
  expect(onMessage).toHaveBeenCalledExactlyOnceWith(hello);
});

test('a background that ends is told, and the next message opens a new line', () => {
  const { link, port } = openLink();
  port?.onMessage.fire(hello);
  port?.lose();
  expect(onLost).toHaveBeenCalledExactlyOnceWith('interrupted');
  link.send(stop);
  browser.ports[1]?.onMessage.fire(hello);
  expect(browser.ports[1]?.posted).toEqual([stop]);
});

test('what waited for a background that ended is not said to the next', () => {
  const { link, port } = openLink();
  link.send({ type: 'remember-target', target: 'ja' });
  port?.lose();
  link.send(stop);
  browser.ports[1]?.onMessage.fire(hello);
  expect(browser.ports[1]?.posted).toEqual([stop]);
});

test('a script that outlived its extension finds out when the line stays silent', () => {
  openLink();
  browser.isAlive = false;
  vi.advanceTimersByTime(499);
  expect(onLost).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(onLost).toHaveBeenCalledExactlyOnceWith('outdated-page');
});

test('a background that is slow to start is waited for', () => {
  const { port } = openLink();
  vi.advanceTimersByTime(5000);
  expect(onLost).not.toHaveBeenCalled();
  port?.onMessage.fire(hello);
  expect(onMessage).toHaveBeenCalledOnce();
});

test('without an extension no line is opened', () => {
  browser.isAlive = false;
  const { port } = openLink();
  expect(port).toBeUndefined();
  expect(onLost).toHaveBeenCalledExactlyOnceWith('outdated-page');
});

test('what waits to be said when it is closed is said before', () => {
  const { link, port } = openLink();
  link.send(stop);
  link.close();
  expect(port?.isConnected).toBe(true);
  port?.onMessage.fire(hello);
  expect(port?.posted).toEqual([stop]);
  expect(port?.isConnected).toBe(false);
  expect(onMessage).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});

test('closing it is no loss', () => {
  const { link, port } = openLink();
  link.close();
  port?.onDisconnect.fire();
  vi.advanceTimersByTime(1000);
  expect(port?.isConnected).toBe(false);
  expect(vi.getTimerCount()).toBe(0);
  expect(onLost).not.toHaveBeenCalled();
});
