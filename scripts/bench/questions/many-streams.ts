import { setTimeout as delay } from 'node:timers/promises';
import { startServer, type BenchProcess } from '../processes/start-process.ts';
import { createSampleText } from '../sample-text.ts';
import { getSpread } from '../statistics.ts';
import { StreamHolder } from '../stream-holder.ts';
import type { Bench, Question } from './question.ts';

const streams = 2000;
const tries = 50;

/** Long enough to run to the end of the measurement. */
const textChars = 600;

const flags = ['--concurrency', String(streams), '--queue-limit', String(2 * streams)];

/** How long does a new client wait for its first event while 2,000 slow streams run? */
export const measureManyStreams: Question = async (bench) => {
  const server = await startServer(bench.fake, { flags });
  // What is loaded for the first translation is no part of the question.
  await measureFirstEvents(bench, server, 5);
  const idle = await measureFirstEvents(bench, server, tries);
  const holder = new StreamHolder();
  const openedAt = performance.now();
  const text = createSampleText(textChars);
  await holder.hold({ url: `${server.url}/v1/translate`, model: '30-per-minute', text, count: streams });
  const openSeconds = (performance.now() - openedAt) / 1000;
  const cpuBefore = server.readCpuMs() ?? NaN;
  const startedAt = performance.now();
  const busy = await measureFirstEvents(bench, server, tries);
  const cpuShare = ((server.readCpuMs() ?? NaN) - cpuBefore) / (performance.now() - startedAt);
  holder.stop();
  await server.stop();
  const worst = Math.max(...busy);
  return {
    title: `Many streams: first event of a new client, one after the other (${tries} clients)`,
    columns: ['while there run', 'median ms', 'middle half ms', 'worst ms'],
    rows: [describe('no streams', idle), describe(`${streams} streams, a token every 2 s each`, busy)],
    verdict: `${worst < 100 ? 'all' : 'not all'} within 100 ms; the streams were open after ${openSeconds.toFixed(0)} s and took ${(cpuShare * 100).toFixed(0)} % of a core`,
  };
};

/** With a pause between two, in which the others go on. */
async function measureFirstEvents({ load }: Bench, server: BenchProcess, count: number): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const body = { text: `New client ${index}.`, target: 'pt', model: 'flat-out' };
    const [result] = await load.send({
      url: `${server.url}/v1/translate`,
      body,
      times: 1,
      until: 'first-event',
    });
    times.push(result?.firstEventMs ?? NaN);
    await delay(200);
  }
  return times;
}

function describe(name: string, times: readonly number[]): string[] {
  const { median, low, high } = getSpread(times);
  const worst = Math.max(...times).toFixed(1);
  return [name, median.toFixed(1), `${low.toFixed(1)}–${high.toFixed(1)}`, worst];
}
