import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { PairDecision } from '../../../shared/pair-message.ts';
import { createPairing, type Pairing } from '../../../server/access/pairing.ts';
import { firefoxOrigin } from './make-facts.ts';

const other = 'moz-extension://11111111-2222-4333-8444-555555555555';

let dataDir: string;
let time: number;
let pairing: Pairing;

beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'dragoman-test-'));
  time = Date.parse('2026-01-02T03:04:05.678Z');
  pairing = start();
});

afterEach(() => {
  rmSync(dataDir, { recursive: true });
});

function start(): Pairing {
  const warn = (sentence: string): void => {
    throw new Error(sentence);
  };
  return createPairing({ dataDir, warn, now: () => time });
}

/** What the page would post for a line: its origin and a fresh nonce. */
function readLine(origin: string): { origin: string; nonce: string } {
  const { pending, allowed } = pairing.list();
  const line = [...pending, ...allowed].find((one) => one.origin === origin);
  if (!line) throw new Error(`${origin} is not on the page`);
  return { origin, nonce: line.nonce };
}

function decide(decision: PairDecision): () => void {
  return () => {
    pairing.decide(decision);
  };
}

const stale = expect.objectContaining({
  code: 'invalid_request',
  issues: [expect.objectContaining({ path: 'nonce' })],
}) as Error;

it('goes from pending to allowed when the person allows it, and stays so after a restart', () => {
  expect(pairing.request(firefoxOrigin, '123456')).toBe('pending');
  expect(pairing.isAllowed(firefoxOrigin)).toBe(false);
  pairing.decide({ action: 'allow', ...readLine(firefoxOrigin) });
  expect(pairing.request(firefoxOrigin, '123456')).toBe('allowed');
  expect(pairing.list().pending).toEqual([]);
  expect(start().isAllowed(firefoxOrigin)).toBe(true);
  expect(start().list().allowed).toMatchObject([
    { origin: firefoxOrigin, allowedAt: '2026-01-02T03:04:05.678Z' },
  ]);
});

it('goes from pending to denied when the person denies it', () => {
  pairing.request(firefoxOrigin, '123456');
  pairing.decide({ action: 'deny', ...readLine(firefoxOrigin) });
  expect(pairing.request(firefoxOrigin, '123456')).toBe('denied');
  expect(pairing.isAllowed(firefoxOrigin)).toBe(false);
});

it('asks anew after it was revoked', () => {
  pairing.request(firefoxOrigin, '123456');
  pairing.decide({ action: 'allow', ...readLine(firefoxOrigin) });
  pairing.decide({ action: 'revoke', ...readLine(firefoxOrigin) });
  expect(pairing.isAllowed(firefoxOrigin)).toBe(false);
  expect(pairing.request(firefoxOrigin, '123456')).toBe('pending');
});

it('takes no nonce twice', () => {
  pairing.request(firefoxOrigin, '123456');
  const line = readLine(firefoxOrigin);
  pairing.decide({ action: 'allow', ...line });
  pairing.decide({ action: 'revoke', ...readLine(firefoxOrigin) });
  pairing.request(firefoxOrigin, '123456');
  expect(decide({ action: 'allow', ...line })).toThrow(stale);
  expect(pairing.isAllowed(firefoxOrigin)).toBe(false);
});

it('takes no nonce of another line, and that nonce is spent then', () => {
  pairing.request(firefoxOrigin, '123456');
  pairing.request(other, '654321');
  const { nonce } = readLine(other);
  expect(decide({ action: 'allow', origin: firefoxOrigin, nonce })).toThrow(stale);
  expect(decide({ action: 'allow', origin: other, nonce })).toThrow(stale);
  expect(pairing.list().allowed).toEqual([]);
});

it('takes no made-up nonce, for any action', () => {
  pairing.request(firefoxOrigin, '123456');
  for (const action of ['allow', 'deny', 'revoke'] as const) {
    expect(decide({ action, origin: firefoxOrigin, nonce: '' })).toThrow(stale);
  }
  expect(pairing.request(firefoxOrigin, '123456')).toBe('pending');
});

it('takes no nonce from before the code changed: the person compared the old one', () => {
  pairing.request(firefoxOrigin, '123456');
  const line = readLine(firefoxOrigin);
  pairing.request(firefoxOrigin, '999999');
  expect(decide({ action: 'allow', ...line })).toThrow(stale);
  expect(pairing.isAllowed(firefoxOrigin)).toBe(false);
});

it('takes no nonce of a question that is over, even when it is asked again', () => {
  pairing.request(firefoxOrigin, '123456');
  const line = readLine(firefoxOrigin);
  time += 5 * 60_000;
  expect(decide({ action: 'allow', ...line })).toThrow(stale);
  pairing.request(firefoxOrigin, '123456');
  expect(decide({ action: 'allow', ...line })).toThrow(stale);
});

it('cannot allow with a nonce that was meant to revoke, nor the other way round', () => {
  pairing.request(firefoxOrigin, '123456');
  pairing.decide({ action: 'allow', ...readLine(firefoxOrigin) });
  pairing.request(other, '654321');
  expect(decide({ action: 'allow', ...readLine(firefoxOrigin) })).toThrow(stale);
  expect(decide({ action: 'revoke', ...readLine(other) })).toThrow(stale);
  expect(pairing.isAllowed(firefoxOrigin)).toBe(true);
});

it('keeps the buttons of a page that is open while others load it', () => {
  pairing.request(firefoxOrigin, '123456');
  const line = readLine(firefoxOrigin);
  for (let loads = 0; loads < 20; loads += 1) pairing.list();
  pairing.decide({ action: 'allow', ...line });
  expect(pairing.isAllowed(firefoxOrigin)).toBe(true);
});
