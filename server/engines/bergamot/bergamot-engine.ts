import path from 'node:path';
import type { Engine, EngineCall, EngineEvent, EngineState, EngineUsage, LanguagePair } from '../engine.ts';
import { packageRoot } from '../../package-root.ts';
import { createMissingPair, describePairs, findPair } from '../find-pair.ts';
import { writeHtmlTokens } from './html-tokens.ts';
import { readModelPairs } from './model-files.ts';
import { splitHtml } from './split-html.ts';
import { splitSentences } from './split-sentences.ts';
import { translateSentence, type TranslateTexts } from './translate-sentence.ts';
import { translateHtmlSentence, type HtmlTranslators } from './translate-html.ts';
import { WorkerPool } from './worker-pool.ts';

export interface BergamotOptions {
  /** Holds `checksums.json` and a folder a pair; default: the project's own `server/models`. */
  modelsFolder?: string;
  /** How many sentences are translated at once, each in a worker thread of 300 to 480 MB: 1 (default), at most 2. */
  concurrency?: number;
  /** How long a worker may have nothing to do before it is ended and its memory given back; default 10 minutes. */
  idleMs?: number;
  /** Compiled worker to start; default: the project's own in `dist`. */
  workerFile?: string;
}

const modelName = 'firefox-tiny';
const defaultIdleMs = 10 * 60_000;
const answerMs = 30_000;
const maxConcurrency = 2;

/**
 * The embedded engine: Firefox's translation models in WebAssembly, in worker threads of this process. Nothing is loaded before the
 * first translation. It streams sentence by sentence; `translate` throws `unsupported_language` for a pair it has not got and
 * `engine_error` when a model file is damaged or its worker crashed twice on a sentence.
 */
export function createBergamotEngine(options: BergamotOptions = {}): Engine {
  const {
    modelsFolder = path.join(packageRoot, 'server/models'),
    idleMs = defaultIdleMs,
    workerFile = path.join(packageRoot, 'dist/server/engines/bergamot/worker.js'),
  } = options;
  const concurrency = Math.min(options.concurrency ?? 1, maxConcurrency);
  const pairs = readModelPairs(modelsFolder);
  const settings = { modelsFolder };
  const pool = new WorkerPool(concurrency, { file: workerFile, settings, idleMs, answerMs });
  return {
    name: 'bergamot',
    defaultModel: modelName,
    pairs,
    unsupportedOptions: ['context', 'instructions', 'formality', 'glossary', 'model'],
    takesPrompts: false,
    contextTokens: undefined,
    concurrency,
    probe: () => Promise.resolve(describe(pairs)),
    translate: (call, signal) => translate(call, { pairs, pool, signal }),
    close: () => pool.close(),
  };
}

async function* translate(
  call: EngineCall,
  { pairs, pool, signal }: { pairs: readonly LanguagePair[]; pool: WorkerPool; signal: AbortSignal },
): AsyncGenerator<EngineEvent> {
  const found = findPair(pairs, call.source, call.target);
  if (!found) throw createMissingPair(pairs, call.source, call.target);
  const pair = `${found.source}-${found.target}`;
  const usage: EngineUsage = {};
  const createTranslator =
    (isHtml: boolean): TranslateTexts =>
    async (texts) => {
      signal.throwIfAborted();
      const translation = await pool.translate({ pair, texts, isHtml });
      if (translation.loadMs !== undefined) usage.loadMs = translation.loadMs;
      return translation.texts;
    };
  const translators = { translateTexts: createTranslator(false), translateHtml: createTranslator(true) };
  yield { type: 'phase', phase: pool.hasLoaded(pair) ? 'reading' : 'loading' };
  const pieces = call.format === 'html' ? translateHtml : translateText;
  let isWriting = false;
  for await (const text of pieces(call.text, found.source, translators)) {
    signal.throwIfAborted();
    if (!isWriting) yield { type: 'phase', phase: 'writing' };
    isWriting = true;
    yield { type: 'text', text };
  }
  yield { type: 'end', reason: 'stop', usage };
}

async function* translateText(
  text: string,
  source: string,
  { translateTexts }: HtmlTranslators,
): AsyncGenerator<string> {
  for (const sentence of splitSentences(text, source))
    yield (await translateSentence(sentence.text, translateTexts)) + sentence.gap;
}

async function* translateHtml(
  html: string,
  source: string,
  translators: HtmlTranslators,
): AsyncGenerator<string> {
  for (const { tokens, isGap } of splitHtml(html, source))
    yield isGap ? writeHtmlTokens(tokens) : await translateHtmlSentence(tokens, translators);
}

function describe(pairs: readonly LanguagePair[]): EngineState {
  const message = `Built in; translates ${describePairs(pairs)}.`;
  return { available: true, models: [modelName], message };
}
