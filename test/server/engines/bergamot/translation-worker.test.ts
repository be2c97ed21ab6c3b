import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import {
  TranslationWorker,
  type TranslationWorkerOptions,
} from '../../../../server/engines/bergamot/translation-worker.ts';
import { createWorkerFile } from './temporary-worker.ts';

const request = { pair: 'en-pt', texts: ['Hello'] };
const answering = 'parentPort.postMessage({ texts: [`${request.texts[0]} ${count}`] });';

async function startWorker(
  onMessage: string,
  options: Partial<TranslationWorkerOptions> = {},
): Promise<TranslationWorker> {
  const file = await createWorkerFile(onMessage);
  const worker = new TranslationWorker({
    file,
    settings: { modelsFolder: '' },
    idleMs: 60_000,
    answerMs: 60_000,
    ...options,
  });
  onTestFinished(() => worker.end());
  return worker;
}

test('no thread runs before the first request', async () => {
  const worker = await startWorker(answering);
  expect(worker.thread).toBeUndefined();
  expect(worker.hasLoaded('en-pt')).toBe(false);
});

test('one thread answers all requests and keeps what it loaded', async () => {
  const worker = await startWorker(answering);
  expect(await worker.request(request)).toEqual({ texts: ['Hello 1'] });
  expect(await worker.request(request)).toEqual({ texts: ['Hello 1'] });
  expect(worker.hasLoaded('en-pt')).toBe(true);
});

test('a thread with nothing to do is ended, which alone gives its memory back', async () => {
  const worker = await startWorker(answering, { idleMs: 1 });
  await worker.request(request);
  const { thread } = worker;
  if (thread) await once(thread, 'exit');
  expect(worker.thread).toBeUndefined();
  expect(worker.hasLoaded('en-pt')).toBe(false);
  expect(await worker.request(request)).toEqual({ texts: ['Hello 2'] });
});

test('a thread that dies is told from one that answers, with the reason, and replaced at the next request', async () => {
  const worker = await startWorker(`if (count === 1) throw new Error('boom'); ${answering}`);
  expect(await worker.request(request)).toEqual({
    crash: expect.objectContaining({ message: 'boom' }) as Error,
  });
  expect(await worker.request(request)).toEqual({ texts: ['Hello 2'] });
});

test('a thread that never answers is ended and counts as dead', async () => {
  const worker = await startWorker('for (;;);', { answerMs: 50 });
  expect(await worker.request(request)).toEqual({ crash: undefined });
  expect(worker.thread).toBeUndefined();
});

test('a failure to load leaves the thread alive and nothing loaded', async () => {
  const worker = await startWorker("parentPort.postMessage({ failure: 'no file' });");
  expect(await worker.request(request)).toEqual({ failure: 'no file' });
  expect(worker.hasLoaded('en-pt')).toBe(false);
  expect(worker.thread).toBeDefined();
});
