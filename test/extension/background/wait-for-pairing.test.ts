import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Server } from '../../../extension/background/server-client.ts';
import type { RunMessage } from '../../../extension/messages/background-message.ts';
import { firefoxOrigin, startPairServer, type PairServer } from '../../server/routes/pair-server.ts';
import { installFakeBrowser } from '../fake-browser.ts';

type Pairing = AsyncGenerator<RunMessage, boolean>;

const browser = installFakeBrowser();
const gone: RunMessage = { type: 'obstacle', obstacle: undefined };
let server: PairServer;
let waitForPairing: (server: Server, signal: AbortSignal) => Pairing;

beforeEach(async () => {
  await startWorker();
  server = await startPairServer();
  browser.stored = { server: new URL(server.url).host };
  const nodeFetch = fetch;
  // The browser adds it to an extension's calls; Node doesn't.
  vi.stubGlobal('fetch', (url: string, { headers, ...options }: RequestInit) =>
    nodeFetch(url, { ...options, headers: { ...(headers as object), Origin: firefoxOrigin } }),
  );
});

afterEach(async () => {
  vi.unstubAllGlobals();
  await server.stop();
});

/** What a worker before it had in memory is gone. */
async function startWorker(): Promise<void> {
  vi.resetModules();
  ({ waitForPairing } = await import('../../../extension/background/wait-for-pairing.ts'));
}

function startPairing(signal = new AbortController().signal): Pairing {
  return waitForPairing({ address: new URL(server.url).host, token: '' }, signal);
}

async function readCode(pairing: Pairing): Promise<string> {
  const { value } = await pairing.next();
  const obstacle = typeof value === 'object' && value.type === 'obstacle' ? value.obstacle : undefined;
  return obstacle?.kind === 'pairing' ? obstacle.code : '';
}

async function decide(action: 'allow' | 'deny'): Promise<void> {
  await server.decide(await server.readButton(action, firefoxOrigin));
}

test('the reader is shown the number that the pairing page shows', async () => {
  const pairing = startPairing();
  const code = await readCode(pairing);
  expect(code).toMatch(/^\d{6}$/);
  expect(server.pairing.list().pending).toMatchObject([{ origin: firefoxOrigin, code }]);
  await pairing.return(false);
});

test('two translations that wait show the same number', async () => {
  const [first, second] = [startPairing(), startPairing()];
  expect(await readCode(first)).toBe(await readCode(second));
  await Promise.all([first.return(false), second.return(false)]);
});

test('a worker that starts later shows the number of the page that is still open', async () => {
  const first = startPairing();
  const code = await readCode(first);
  await first.return(false);
  await startWorker();
  const second = startPairing();
  expect(await readCode(second)).toBe(code);
  await second.return(false);
});

test('it goes on by itself when the server’s user allows it', async () => {
  const pairing = startPairing();
  await readCode(pairing);
  await decide('allow');
  expect(await pairing.next()).toEqual({ done: false, value: gone });
  expect(await pairing.next()).toEqual({ done: true, value: true });
});

test('it ends when the server’s user denies it, and asks anew under another number', async () => {
  const pairing = startPairing();
  const code = await readCode(pairing);
  await decide('deny');
  expect(await pairing.next()).toMatchObject({ value: { obstacle: { kind: 'pairing-denied' } } });
  expect(await pairing.next()).toEqual({ done: true, value: false });
  const again = startPairing();
  expect(await readCode(again)).not.toBe(code);
  await again.return(false);
});

test('it ends when the server goes away meanwhile', async () => {
  const pairing = startPairing();
  await readCode(pairing);
  await server.stop();
  expect(await pairing.next()).toMatchObject({ value: { obstacle: { kind: 'unreachable' } } });
  expect(await pairing.next()).toEqual({ done: true, value: false });
  server = await startPairServer();
});

test('it ends when the reader names another server meanwhile', async () => {
  const pairing = startPairing();
  await readCode(pairing);
  browser.stored['server'] = '127.0.0.1:1';
  expect(await pairing.next()).toEqual({ done: false, value: gone });
  expect(await pairing.next()).toEqual({ done: true, value: true });
});

test('closing the view ends the waiting', async () => {
  const closing = new AbortController();
  const pairing = startPairing(closing.signal);
  await readCode(pairing);
  const ending = expect(pairing.next()).rejects.toThrow('closed');
  closing.abort(new Error('closed'));
  await ending;
});
