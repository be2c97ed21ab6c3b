import { parentPort, workerData } from 'node:worker_threads';
import { readModelFiles, type ModelFiles } from './model-files.ts';
import {
  createTextTranslator,
  startRuntime,
  type BergamotRuntime,
  type TextTranslator,
} from './text-translator.ts';
import type { WorkerReply, WorkerRequest, WorkerSettings } from './worker-message.ts';

// Runs in a worker thread because the module blocks its thread while it translates. Everything is loaded at its first use.

const { modelsFolder } = workerData as WorkerSettings;
const translators = new Map<string, TextTranslator>();
let runtime: Promise<BergamotRuntime> | undefined;

async function answer({ pair, texts, isHtml = false }: WorkerRequest): Promise<WorkerReply> {
  const loaded = translators.get(pair);
  if (loaded) return { texts: loaded(texts, isHtml) };
  const startedAt = performance.now();
  const files = readFiles(pair);
  if ('failure' in files) return files;
  runtime ??= startRuntime();
  const translator = createTextTranslator(await runtime, files);
  translators.set(pair, translator);
  const loadMs = performance.now() - startedAt;
  return { texts: translator(texts, isHtml), loadMs };
}

function readFiles(pair: string): ModelFiles | { failure: string } {
  try {
    return readModelFiles(modelsFolder, pair);
  } catch (thrown) {
    return { failure: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}

parentPort?.on('message', (request: WorkerRequest) => {
  // A rejection is left alone on purpose: it ends the thread, which the other side takes for the crash it is.
  void answer(request).then((reply) => parentPort?.postMessage(reply));
});
