import type { LoadResult } from '../load.ts';
import { startServer } from '../processes/start-process.ts';
import { measureInTurn } from '../rounds.ts';
import { createSampleText } from '../sample-text.ts';
import { getSpread, type Spread } from '../statistics.ts';
import type { Bench, Question } from './question.ts';

const rounds = 7;
const textChars = 20_000;

/** How many tokens a second come through the server from an engine without limit, and how many straight from that engine? */
export const measureThroughput: Question = async (bench) => {
  const server = await startServer(bench.fake);
  const text = createSampleText(textChars);
  const ways = [
    { url: `${server.url}/v1/translate`, body: { text, target: 'pt', model: 'flat-out' } },
    { url: `${bench.fake.url}/api/chat`, body: askDirectly(text) },
  ];
  const [through = [], direct = []] = await measureInTurn(ways, rounds, (way) => readSpeed(bench, way));
  await server.stop();
  const ratio = getSpread(through.map((speed, round) => speed / (direct[round] ?? NaN)));
  return {
    title: `Throughput: ${textChars} characters, an engine without limit (${rounds} rounds)`,
    columns: ['', 'tokens/s', 'middle half', 'µs a token'],
    rows: [
      describe('straight from the engine', getSpread(direct)),
      describe('through the server', getSpread(through)),
    ],
    verdict: `${(ratio.median * 100).toFixed(0)} % of the engine's own speed (${describeShare(ratio)})`,
  };
};

function askDirectly(text: string): object {
  const content = `Translate into Portuguese.\n\n=====\n${text}\n=====\n`;
  return { model: 'flat-out', messages: [{ role: 'user', content }] };
}

async function readSpeed({ load }: Bench, way: { url: string; body: object }): Promise<number> {
  const [result] = await load.send({ ...way, times: 1 });
  return getSpeed(result);
}

function getSpeed(result: LoadResult | undefined): number {
  return result ? (result.tokens / result.totalMs) * 1000 : NaN;
}

function describe(name: string, { median, low, high }: Spread): string[] {
  return [name, median.toFixed(0), `${low.toFixed(0)}–${high.toFixed(0)}`, (1e6 / median).toFixed(1)];
}

function describeShare({ low, high }: Spread): string {
  return `${(low * 100).toFixed(0)}–${(high * 100).toFixed(0)} % in the middle half of the rounds`;
}
