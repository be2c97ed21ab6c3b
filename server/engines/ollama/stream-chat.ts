import { type ChatResponse, Ollama } from 'ollama';
import type { Agent } from 'undici';
import type { OllamaChatRequest } from './chat-request.ts';
import { checkLines } from './check-lines.ts';
import { createOllamaFetch, type Fail } from './ollama-fetch.ts';

/** How long Ollama may say nothing, in milliseconds. */
export interface SilenceLimits {
  /** Before the first token: loading the model and reading the text. */
  firstTokenTimeoutMs: number;
  /** Between two tokens. */
  stallTimeoutMs: number;
}

interface ChatConnection {
  url: string;
  agent: Agent;
  limits: SilenceLimits;
  fail: Fail;
}

/**
 * The lines of one answer, token by token; the last one says `done`. However it ends, also when the reader just stops reading, the
 * connection is closed with it, which is what stops the model.
 */
export async function* streamChat(
  request: OllamaChatRequest,
  connection: ChatConnection,
  signal: AbortSignal,
): AsyncGenerator<ChatResponse, void> {
  const stop = new AbortController();
  const lines = openChat(request, connection, AbortSignal.any([signal, stop.signal]));
  try {
    yield* limitSilence(lines, connection, stop);
  } finally {
    stop.abort();
  }
}

async function* openChat(
  request: OllamaChatRequest,
  { url, agent, fail }: ChatConnection,
  signal: AbortSignal,
): AsyncGenerator<ChatResponse, void> {
  const plainFetch = createOllamaFetch(agent, signal, fail);
  // A client of its own: the package's abort would end the requests of others.
  const client = new Ollama({
    host: url,
    fetch: async (input, init) => {
      const response = await plainFetch(input, init);
      return new Response(ReadableStream.from(checkLines(readBytes(response), fail)));
    },
  });
  for await (const line of await client.chat(request)) {
    // Lines that came together with one that was read before the abort are still here.
    signal.throwIfAborted();
    yield line;
  }
}

async function* readBytes({ body }: Response): AsyncGenerator<Uint8Array, void> {
  if (body) yield* body as AsyncIterable<Uint8Array>;
}

/** Aborts when the next line takes too long. Only waiting counts: a slow reader is no fault of Ollama's. */
async function* limitSilence(
  lines: AsyncGenerator<ChatResponse, void>,
  { limits, fail }: ChatConnection,
  stop: AbortController,
): AsyncGenerator<ChatResponse, void> {
  let before: 'first-token' | 'next-token' = 'first-token';
  for (;;) {
    const limitMs = before === 'first-token' ? limits.firstTokenTimeoutMs : limits.stallTimeoutMs;
    const timer = setTimeout(() => {
      stop.abort(fail({ kind: 'silent', before, limitMs }));
    }, limitMs);
    const next = await lines.next().finally(() => {
      clearTimeout(timer);
    });
    if (next.done) return;
    yield next.value;
    before = 'next-token';
  }
}
