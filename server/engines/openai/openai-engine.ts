import { toTranslationError, TranslationError } from '../../../shared/translation-error.ts';
import { createAgent } from '../bound-fetch.ts';
import { reportOverflow } from '../context-overflow.ts';
import { describeLack } from '../describe-lack.ts';
import type { Engine, EngineCall, EngineEvent, EngineState } from '../engine.ts';
import { limitListing } from '../limit-listing.ts';
import { limitSilence, type SilenceLimits } from '../limit-silence.ts';
import { retryWhileBusy } from '../retry-while-busy.ts';
import { listModels } from './list-models.ts';
import { openChat } from './open-chat.ts';
import { createOpenaiError, type Fail } from './openai-error.ts';
import { readAnswer } from './read-answer.ts';
import { readFrames } from './read-frames.ts';
import type { Server, ServerModel } from './server.ts';

export interface OpenaiSettings extends SilenceLimits {
  /** An http or https address without user name, password, query and fragment: `http://127.0.0.1:8000/v1`. */
  baseUrl: string;
  /** What the server wants as `Authorization: Bearer`. Default: none. */
  apiKey?: string | undefined;
  /** The model of requests that name none. Default: the first that the server lists. */
  model?: string | undefined;
  /** Tokens of context, prompt and answer together, where the server does not tell them. */
  numCtx: number;
  /** How many calls run at once. */
  concurrency: number;
  /** About how long to wait when the server is busy before the first new try. Default 250. */
  firstWaitMs?: number;
}

interface Connection {
  settings: OpenaiSettings;
  server: Server;
}

/**
 * Ollama's /v1 neither tells its context nor can be told one, and drops what does not fit without a word, so its smallest default counts:
 * https://docs.ollama.com/context-length
 */
const ollamaContextTokens = 4096;

/**
 * Translates with the models of an OpenAI-compatible server: vLLM, SGLang, llama-server, LM Studio, Ollama's /v1. Default model and context are
 * the server's own, known from the first probe on; before it the default model is empty.
 */
export function createOpenaiEngine(settings: OpenaiSettings): Engine {
  const connection = { settings, server: createServer(settings) };
  const { concurrency, firstWaitMs } = settings;
  return {
    name: 'openai',
    get defaultModel() {
      return getDefaultModel(connection);
    },
    pairs: undefined,
    unsupportedOptions: [],
    takesPrompts: true,
    get contextTokens() {
      return getContextTokens(connection, getDefaultModel(connection));
    },
    concurrency,
    probe: () => probe(connection),
    translate: (call, signal) =>
      reportOverflow(retryWhileBusy(() => callOnce(connection, call, signal), { signal, firstWaitMs })),
    close: () => connection.server.agent.destroy(),
  };
}

function createServer({ baseUrl, apiKey }: OpenaiSettings): Server {
  const url = new URL(baseUrl).href.replace(/\/+$/, '');
  return { url, apiKey, agent: createAgent(), refused: new Set(), models: [] };
}

async function* callOnce(
  connection: Connection,
  call: EngineCall,
  signal: AbortSignal,
): AsyncGenerator<EngineEvent, void> {
  signal.throwIfAborted();
  // Whether a model must be loaded first, these servers do not tell.
  yield { type: 'phase', phase: 'reading' };
  const model = await findModel(connection, call.model, signal);
  const options = { limits: connection.settings, fail: createFail(connection, model), signal };
  yield* limitSilence((ends) => answer(connection, { ...call, model }, ends), options);
}

async function* answer(
  { settings, server }: Connection,
  call: EngineCall,
  signal: AbortSignal,
): AsyncGenerator<EngineEvent, void> {
  const fail = createFail({ server }, call.model);
  const done = new AbortController();
  const response = await openChat(server, call, { signal: AbortSignal.any([signal, done.signal]), fail });
  const context = {
    tokens: getContextTokens({ settings, server }, call.model),
    isTold: findListed(server, call.model)?.contextTokens !== undefined,
  };
  const close = (): void => {
    done.abort();
  };
  yield* readAnswer(readFrames(response, fail), { fail, signal, close, context });
}

/** A call has no model when the server was not there yet as it was planned. */
async function findModel(connection: Connection, name: string, signal: AbortSignal): Promise<string> {
  if (name !== '') return name;
  await refreshModels(connection, signal);
  const model = getDefaultModel(connection);
  if (model === '') throw createFail(connection, model)({ kind: 'no-model' });
  return model;
}

function getDefaultModel({ settings, server }: Connection): string {
  return settings.model ?? server.models[0]?.name ?? '';
}

function getContextTokens({ settings, server }: Connection, model: string): number {
  const listed = findListed(server, model);
  return listed?.contextTokens ?? (listed?.isOllamas === true ? ollamaContextTokens : settings.numCtx);
}

function findListed({ models }: Server, model: string): ServerModel | undefined {
  return models.find(({ name }) => name === model);
}

async function probe(connection: Connection): Promise<EngineState> {
  const { server } = connection;
  try {
    await refreshModels(connection);
  } catch (error) {
    return { available: false, models: [], ...describeLack(toTranslationError(error)) };
  }
  const models = server.models.map(({ name }) => name);
  const model = getDefaultModel(connection);
  const fail = createFail(connection, model);
  if (model === '') return { available: true, models, ...describeLack(fail({ kind: 'no-model' })) };
  if (!models.includes(model))
    return { available: true, models, ...describeLack(fail({ kind: 'unlisted' })) };
  return {
    available: true,
    models,
    message: `The server on ${server.url} answers and has the model ${model}.`,
  };
}

/** Any failure, too long a silence included, comes out as our own error. */
async function refreshModels(connection: Connection, signal?: AbortSignal): Promise<void> {
  const { server } = connection;
  const fail = createFail(connection, getDefaultModel(connection));
  try {
    server.models = await listModels(server, { signal: limitListing(signal), fail });
  } catch (cause) {
    signal?.throwIfAborted();
    throw cause instanceof TranslationError ? cause : fail({ kind: 'unreachable', cause });
  }
}

function createFail({ server: { url } }: Pick<Connection, 'server'>, model: string): Fail {
  return (failure) => createOpenaiError(failure, { url, model });
}
