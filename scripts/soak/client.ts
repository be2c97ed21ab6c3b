import { setMaxListeners } from 'node:events';
import { Agent } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { acts } from './acts.ts';
import { Fault } from './fault.ts';
import type { Ledger } from './ledger.ts';
import { Random } from './random.ts';
import { Visitor } from './visitor.ts';

/** No act may take longer: the server's own deadline for a translation, two of them one after the other, and pauses. */
const actLimitMs = 240_000;

const weights = Object.fromEntries(Object.entries(acts).map(([name, { weight }]) => [name, weight]));

/** Every fifth client is a web page; the pages share a few origins, and so their limit of streams. */
const clientsPerPage = 5;
export const origins = Array.from({ length: 5 }, (_, index) => `https://page-${index}.example`);

interface ClientParts {
  url: string;
  number: number;
  seed: number;
  ledger: Ledger;
}

/** One client that does one thing after the other, at random, until the signal aborts; then it is gone, in the midst of whatever it did. */
export async function runClient(
  { url, number, seed, ledger }: ClientParts,
  signal: AbortSignal,
): Promise<void> {
  const random = new Random(seed * 1000 + number);
  const agent = new Agent({ keepAlive: random.chance(0.5) });
  const origin =
    number % clientsPerPage === 0 ? origins[(number / clientsPerPage) % origins.length] : undefined;
  await pause(random.between(0, 3000), signal);
  while (!signal.aborted) {
    const name = random.choose(weights);
    await act(name, { url, parts: { random, origin, agent }, ledger }, signal);
    await pause(random.chance(0.05) ? 5000 : random.between(0, 1500), signal);
  }
  agent.destroy();
}

async function act(
  name: string,
  { url, parts, ledger }: { url: string; parts: ConstructorParameters<typeof Visitor>[1]; ledger: Ledger },
  signal: AbortSignal,
): Promise<void> {
  const over = new AbortController();
  setMaxListeners(0, over.signal);
  const end = (): void => {
    over.abort();
  };
  signal.addEventListener('abort', end, { once: true });
  const timer = setTimeout(() => {
    over.abort(new Fault(`It took longer than ${actLimitMs / 1000} s.`));
  }, actLimitMs);
  try {
    ledger.count(name, (await acts[name]?.act(new Visitor(url, parts, over.signal))) ?? '');
  } catch (thrown) {
    if (!signal.aborted) ledger.fail(name, over.signal.aborted ? over.signal.reason : thrown);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', end);
    // What an act left open, it leaves.
    over.abort();
  }
}

async function pause(timeMs: number, signal: AbortSignal): Promise<void> {
  await delay(timeMs, undefined, { signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
}
