import process from 'node:process';
import { LoadGenerator } from './load.ts';
import { startFakeOllama } from './processes/start-process.ts';
import { measureManyStreams } from './questions/many-streams.ts';
import { measureMemory } from './questions/memory.ts';
import { measureOverlayClick } from './questions/overlay-click.ts';
import { measureOverlayMemory } from './questions/overlay-memory.ts';
import { measureOverlayStream } from './questions/overlay-stream.ts';
import type { Question } from './questions/question.ts';
import { measureStages, measureStagesAtSpeed } from './questions/stages.ts';
import { measureStartUp } from './questions/start-up.ts';
import { measureThroughput } from './questions/throughput.ts';
import { formatTable } from './table.ts';

const questions: Readonly<Record<string, Question>> = {
  stages: measureStages,
  'stages-at-speed': measureStagesAtSpeed,
  'start-up': measureStartUp,
  throughput: measureThroughput,
  memory: measureMemory,
  'many-streams': measureManyStreams,
  'overlay-click': measureOverlayClick,
  'overlay-stream': measureOverlayStream,
  'overlay-memory': measureOverlayMemory,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(questions, name));
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')}; there are ${Object.keys(questions).join(', ')}.`);
  process.exitCode = 1;
} else {
  await answer(Object.entries(questions).filter(([name]) => wanted.length === 0 || wanted.includes(name)));
}

/** One question after the other: two at once would measure each other. */
async function answer(chosen: readonly [string, Question][]): Promise<void> {
  const bench = { fake: await startFakeOllama(), load: new LoadGenerator() };
  try {
    for (const [, ask] of chosen) console.log(`${formatTable(await ask(bench))}\n`);
  } finally {
    bench.load.stop();
    await bench.fake.stop();
  }
}
