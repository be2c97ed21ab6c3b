import { expect, onTestFinished, test } from 'vitest';
import { WorkerPool } from '../../../../server/engines/bergamot/worker-pool.ts';
import { createWorkerFile } from './temporary-worker.ts';

const answering = 'parentPort.postMessage({ texts: [`${request.texts[0]} ${count}`] });';

async function startPool(count: number, onMessage: string): Promise<WorkerPool> {
  const file = await createWorkerFile(onMessage);
  const options = { file, settings: { modelsFolder: '' }, idleMs: 60_000, answerMs: 60_000 };
  const pool = new WorkerPool(count, options);
  onTestFinished(() => pool.close());
  return pool;
}

function request(text: string): { pair: string; texts: string[] } {
  return { pair: 'en-pt', texts: [text] };
}

test('one worker takes one request after the other', async () => {
  const pool = await startPool(1, answering);
  const answers = await Promise.all(['a', 'b', 'c'].map((text) => pool.translate(request(text))));
  expect(answers.map(({ texts }) => texts[0])).toEqual(['a 1', 'b 1', 'c 1']);
});

test('two workers run at once, each in a thread of its own', async () => {
  const pool = await startPool(2, answering);
  const answers = await Promise.all(['a', 'b'].map((text) => pool.translate(request(text))));
  expect(new Set(answers.map(({ texts }) => texts[0]?.at(-1))).size).toBe(2);
});

test('a free worker that has the models is taken before one that has not', async () => {
  const pool = await startPool(2, answering);
  await pool.translate(request('a'));
  expect(await pool.translate(request('b'))).toEqual({ texts: ['b 1'] });
});

test('a worker that dies is replaced, and the sentence asked for again', async () => {
  const pool = await startPool(1, `if (count === 1) process.exit(3); ${answering}`);
  expect(await pool.translate(request('a'))).toEqual({ texts: ['a 2'] });
});

test('a second death on the same sentence is an engine_error, and the next sentence gets a new worker', async () => {
  const pool = await startPool(1, `if (request.texts[0] === 'bad') process.exit(3); ${answering}`);
  await expect(pool.translate(request('bad'))).rejects.toMatchObject({ code: 'engine_error' });
  expect(await pool.translate(request('good'))).toEqual({ texts: ['good 3'] });
});

test('what a worker cannot load is an engine_error in its own words', async () => {
  const pool = await startPool(1, "parentPort.postMessage({ failure: 'File x is damaged.' });");
  await expect(pool.translate(request('a'))).rejects.toMatchObject({
    code: 'engine_error',
    message: 'File x is damaged.',
  });
});

test('closing ends what runs and starts nothing again', async () => {
  const pool = await startPool(1, 'for (;;);');
  const running = expect(pool.translate(request('a'))).rejects.toMatchObject({ code: 'shutting_down' });
  await pool.close();
  await running;
});
