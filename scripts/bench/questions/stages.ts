import type { LoadResult } from '../load.ts';
import { startPipeline, type BenchProcess, type Pipeline } from '../processes/start-process.ts';
import { measureInTurn } from '../rounds.ts';
import { createSampleText } from '../sample-text.ts';
import { getSpread } from '../statistics.ts';
import type { Bench, Question } from './question.ts';

/** How a comparison is made. */
interface Comparison {
  /** The fake engine's model, whose name says how fast it is. */
  model: 'flat-out' | '50-per-second';
  engine: string;
  /** Many short ones: what else the machine does for a second or two then meets all alike. */
  rounds: number;
  chars: number;
}

const flatOut: Comparison = { model: 'flat-out', engine: 'an engine without limit', rounds: 30, chars: 6000 };
const atSpeed: Comparison = {
  model: '50-per-second',
  engine: 'an engine of 50 tokens a second',
  rounds: 6,
  chars: 400,
};

/** What each server translates first, twice: as long as V8 still compiles its code, a token takes several times as long with either. */
const warmUpChars = 60_000;

/** One translation: its time on the clock, and what of it the server's threads worked (in steps of 10 ms, so that only sums tell). */
interface Measurement {
  tokens: number;
  totalMs: number;
  cpuMs: number;
}

const pipelines = {
  bare: 'without stages and checks',
  unchecked: 'with the stages',
  whole: 'with stages and checks',
} as const;

/** What do the stages and the checks cost of the time that a token takes from the engine to the client, if the engine itself takes none? */
export const measureStages: Question = (bench) => compare(bench, flatOut);

/** And from an engine that is about as fast as one is on a desktop? */
export const measureStagesAtSpeed: Question = (bench) => compare(bench, atSpeed);

async function compare(bench: Bench, comparison: Comparison): ReturnType<Question> {
  const { engine, rounds, chars } = comparison;
  const names = Object.keys(pipelines) as Pipeline[];
  const servers = await Promise.all(names.map((name) => startPipeline(name, bench.fake)));
  const warmUp = { model: 'flat-out', chars: warmUpChars, times: 2 };
  for (const server of servers) await translate(bench, server, warmUp);
  const results = await measureInTurn(servers, rounds, (server) => measure(bench, server, comparison));
  await Promise.all(servers.map((server) => server.stop()));
  const [bare = [], , whole = []] = results;
  const shares = getSpread(whole.map((one, round) => getShare(getTokenTime(one), getTokenTime(bare[round]))));
  const cpuShare = getShare(getTokenCpu(whole), getTokenCpu(bare));
  return {
    title: `Stages: ${chars} characters, ${engine}, in turn (${rounds} rounds)`,
    columns: ['server', 'µs a token', 'middle half', 'CPU µs a token'],
    rows: names.map((name, index) => describe(pipelines[name], results[index] ?? [])),
    verdict: `stages and checks cost ${toPercent(shares.median)} of the time a token takes (middle half of the rounds: ${toPercent(shares.low)} to ${toPercent(shares.high)}), and ${toPercent(cpuShare)} of the server's work`,
  };
}

async function translate(
  { load }: Bench,
  server: BenchProcess,
  { model, chars, times }: { model: string; chars: number; times: number },
): Promise<LoadResult[]> {
  const body = { text: createSampleText(chars), target: 'pt', model };
  return load.send({ url: `${server.url}/v1/translate`, body, times });
}

async function measure(
  bench: Bench,
  server: BenchProcess,
  { model, chars }: Comparison,
): Promise<Measurement> {
  const cpuBefore = server.readCpuMs() ?? NaN;
  const [result] = await translate(bench, server, { model, chars, times: 1 });
  const { tokens = NaN, totalMs = NaN } = result ?? {};
  return { tokens, totalMs, cpuMs: (server.readCpuMs() ?? NaN) - cpuBefore };
}

/** In microseconds, as everything here. */
function getTokenTime(measurement: Measurement | undefined): number {
  return measurement ? (measurement.totalMs / measurement.tokens) * 1000 : NaN;
}

function getTokenCpu(measurements: readonly Measurement[]): number {
  const cpuMs = measurements.reduce((sum, one) => sum + one.cpuMs, 0);
  return (cpuMs / measurements.reduce((sum, one) => sum + one.tokens, 0)) * 1000;
}

/** What of `within` was not there in `without`. */
function getShare(within: number, without: number): number {
  return 1 - without / within;
}

function describe(name: string, measurements: readonly Measurement[]): string[] {
  const { median, low, high } = getSpread(measurements.map(getTokenTime));
  return [
    name,
    median.toFixed(1),
    `${low.toFixed(1)}–${high.toFixed(1)}`,
    getTokenCpu(measurements).toFixed(1),
  ];
}

function toPercent(share: number): string {
  return `${(share * 100).toFixed(Math.abs(share) < 0.01 ? 2 : 1)} %`;
}
