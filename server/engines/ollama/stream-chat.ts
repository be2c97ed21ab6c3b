import { type ChatResponse, Ollama } from 'ollama';
import type { Agent } from 'undici';
import { limitSilence, type SilenceLimits } from '../limit-silence.ts';
import type { OllamaChatRequest } from './chat-request.ts';
import { checkLines } from './check-lines.ts';
import { createOllamaFetch, type Fail } from './ollama-fetch.ts';

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
export function streamChat(
  request: OllamaChatRequest,
  connection: ChatConnection,
  signal: AbortSignal,
): AsyncGenerator<ChatResponse, void> {
  return limitSilence((ends) => openChat(request, connection, ends), { ...connection, signal });
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
