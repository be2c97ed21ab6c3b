import { setMaxListeners } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import * as z from 'zod/mini';
import { keepLimits } from '../../server/streams/keep-limits.ts';
import type { BenchProcess } from '../bench/processes/start-process.ts';
import { getSpread } from '../bench/statistics.ts';
import { graceMs } from './acts.ts';
import { ask } from './ask.ts';
import { runClient } from './client.ts';
import type { Minute } from './describe.ts';
import { findLeaks } from './find-leaks.ts';
import { judgeMemory } from './judge-memory.ts';
import type { Ledger } from './ledger.ts';
import type { Census, Sample, WatchedServer } from './watched-server.ts';

const sampleEveryMs = 5000;

/** How long the server keeps a connection to the engine that nobody used. */
const idleMs = 6000;

/** For a busy machine. */
const slackMs = 30_000;

/** In shorter soaks nobody waits until nothing is kept any more. */
const shortMinutes = 2;

export interface Soak {
  minutes: number;
  clients: number;
  seed: number;
  server: WatchedServer;
  fake: BenchProcess;
  ledger: Ledger;
}

/** Clients come, do their worst and leave; then nothing may be left of them. Failures are noted in the ledger. */
export async function runSoak(soak: Soak): Promise<Minute[]> {
  const { ledger } = soak;
  const before = await warmUp(soak);
  const samples = await receiveClients(soak);
  await awaitNothingRunning(soak);
  await awaitNothingLeft(before, soak);
  const byMinute = samples.map(toMinute);
  const memory = judgeMemory(byMinute.map(({ megabytes }) => megabytes));
  if (memory && !memory.isFlat) ledger.fail('memory', `It grew by ${(memory.growth * 100).toFixed(1)} %.`);
  return byMinute;
}

/** What there is when nobody is there, but everything was used once. */
async function warmUp({ server, ledger, seed }: Soak): Promise<Census> {
  const leave = new AbortController();
  const first = runClient({ url: server.url, number: 0, seed, ledger }, leave.signal);
  await delay(5000);
  leave.abort();
  await first;
  await delay(graceMs + idleMs);
  return server.count();
}

/** What was seen in each minute. */
async function receiveClients({ server, minutes, clients, seed, ledger }: Soak): Promise<Sample[][]> {
  const leave = new AbortController();
  setMaxListeners(0, leave.signal);
  const all = Array.from({ length: clients }, (_, index) =>
    runClient({ url: server.url, number: index + 1, seed, ledger }, leave.signal),
  );
  const samples: Sample[][] = [];
  const startedAt = performance.now();
  const getMinute = (): number => (performance.now() - startedAt) / 60_000;
  while (getMinute() < minutes) {
    await delay(sampleEveryMs);
    (samples[Math.floor(Math.min(getMinute(), minutes - 0.01))] ??= []).push(await server.sample());
  }
  leave.abort();
  await Promise.all(all);
  return samples;
}

const countsSchema = z.object({ open: z.number() });

async function awaitNothingRunning({ server, fake, ledger }: Soak): Promise<void> {
  const limit = performance.now() + graceMs + slackMs;
  for (;;) {
    const { running, queued } = await server.sample();
    const { open } = countsSchema.parse(JSON.parse(await ask(`${fake.url}/counts`)));
    if (running + queued + open === 0) return;
    if (performance.now() > limit) break;
    await delay(500);
  }
  ledger.fail('the end', 'Translations still ran when everybody had left.');
}

/** Counting stops the server for a moment, in which its own timers wait too: so it is done seldom. */
async function awaitNothingLeft(before: Census, { server, minutes, ledger }: Soak): Promise<void> {
  const isShort = minutes < shortMinutes;
  await delay(isShort ? idleMs : keepLimits.keptMs + idleMs);
  for (let tries = 3; ; tries -= 1) {
    const leaks = findLeaks(before, await server.count(), isShort);
    if (leaks.length === 0) return;
    if (tries > 1) await delay(slackMs / 2);
    else {
      ledger.fail('the end', leaks.join('; '));
      return;
    }
  }
}

function toMinute(samples: readonly Sample[]): Minute {
  const most = (name: 'running' | 'queued'): number => Math.max(...samples.map((sample) => sample[name]));
  return {
    megabytes: getSpread(samples.map(({ megabytes }) => megabytes)).median,
    running: most('running'),
    queued: most('queued'),
    sockets: samples.reduce<number | undefined>(
      (most, { sockets }) => (sockets === undefined ? most : Math.max(most ?? 0, sockets)),
      undefined,
    ),
  };
}
