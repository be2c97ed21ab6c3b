import type { Agent } from 'undici';
import type { Phase } from '../../../shared/translation-event.ts';
import { createAgent } from '../bound-fetch.ts';
import { reportOverflow } from '../context-overflow.ts';
import type { Engine, EngineCall, EngineEvent, EngineState } from '../engine.ts';
import { limitListing } from '../limit-listing.ts';
import type { SilenceLimits } from '../limit-silence.ts';
import { retryWhileBusy } from '../retry-while-busy.ts';
import { buildChatRequest, type ChatSettings } from './chat-request.ts';
import { createOllamaError } from './ollama-error.ts';
import { createOllamaFetch, type Fail } from './ollama-fetch.ts';
import { hasModel, listLoaded } from './ollama-models.ts';
import { parseOllamaHost } from './parse-ollama-host.ts';
import { probeOllama } from './probe-ollama.ts';
import { readAnswer } from './read-answer.ts';
import { streamChat } from './stream-chat.ts';

export interface OllamaSettings extends ChatSettings, SilenceLimits {
  /** As in `OLLAMA_HOST`. */
  host: string;
  /** The model of requests that name none. */
  model: string;
  /** How many calls run at once. */
  concurrency: number;
  /** About how long to wait when Ollama is busy before the first new try. Default 250. */
  firstWaitMs?: number;
}

interface Connection {
  settings: OllamaSettings;
  url: string;
  agent: Agent;
}

/** Translates with the models of an Ollama server. Throws `invalid_request` when the host is no address. */
export function createOllamaEngine(settings: OllamaSettings): Engine {
  const connection: Connection = { settings, url: parseOllamaHost(settings.host), agent: createAgent() };
  const { model, concurrency, firstWaitMs } = settings;
  return {
    name: 'ollama',
    defaultModel: model,
    pairs: undefined,
    unsupportedOptions: [],
    takesPrompts: true,
    contextTokens: settings.numCtx,
    concurrency,
    probe: () => probe(connection, model),
    translate: (call, signal) =>
      reportOverflow(retryWhileBusy(() => callOnce(connection, call, signal), { signal, firstWaitMs })),
    close: () => connection.agent.destroy(),
  };
}

async function* callOnce(
  connection: Connection,
  call: EngineCall,
  signal: AbortSignal,
): AsyncGenerator<EngineEvent, void> {
  yield { type: 'phase', phase: await guessPhase(connection, call.model, signal) };
  const { settings } = connection;
  const fail = createFail(connection, call.model);
  const lines = streamChat(
    buildChatRequest(call, settings),
    { ...connection, limits: settings, fail },
    signal,
  );
  yield* readAnswer(lines, { numCtx: settings.numCtx, fail });
}

/** Not knowing what is in memory stops nothing: if Ollama is down, the chat itself finds out. */
async function guessPhase(connection: Connection, model: string, signal: AbortSignal): Promise<Phase> {
  const fetch = createListFetch(connection, model, signal);
  const loaded = await listLoaded(connection.url, fetch).catch(() => [model]);
  signal.throwIfAborted();
  return hasModel(loaded, model) ? 'reading' : 'loading';
}

function probe(connection: Connection, model: string): Promise<EngineState> {
  const fetch = createListFetch(connection, model);
  return probeOllama({ url: connection.url, model, fetch, fail: createFail(connection, model) });
}

function createListFetch(connection: Connection, model: string, signal?: AbortSignal): typeof fetch {
  return createOllamaFetch(connection.agent, limitListing(signal), createFail(connection, model));
}

function createFail({ url, settings: { numCtx } }: Connection, model: string): Fail {
  return (failure) => createOllamaError(failure, { url, model, numCtx });
}
