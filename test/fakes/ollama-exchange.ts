import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { Writable } from 'node:stream';

/** What /api/chat is asked, as far as tests look at it. */
export interface ChatBody {
  model?: string;
  messages?: { role: string; content: string }[];
  stream?: boolean;
  think?: boolean;
  truncate?: boolean;
  shift?: boolean;
  keep_alive?: number | string;
  options?: Record<string, unknown>;
}

/** What a fake server noted about one request; it changes until `over`. */
export interface FakeRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** Undefined when there was none or it was no JSON. */
  readonly body: ChatBody | undefined;
  /** Tokens (thoughts or text) that the model generated so far. */
  tokensWritten: number;
  /** Bytes of the body; of the whole answer when it went past HTTP. */
  bytesWritten: number;
  /** Whether the client closed its connection before the answer was over. */
  clientGone: boolean;
  /** Resolves when the fake has played its part: the answer was sent, broken off, or the client is gone. Nothing changes after. */
  readonly over: Promise<void>;
}

/** How a fake server plays its part of one exchange. Everything it awaits ends (by throwing) as soon as the client is gone. */
export type Behaviour = (exchange: Exchange) => Promise<void>;

export interface Exchange {
  readonly request: FakeRequest;
  /** Aborted when the client closed its connection before the answer was over. */
  readonly gone: AbortSignal;
  /** Sent together with the first write, as real Ollama does. */
  head(status: number, headers: Record<string, string>): void;
  /** One chunk of the body, in a TCP write of its own. */
  write(bytes: string | Uint8Array): Promise<void>;
  end(): Promise<void>;
  /** Bytes onto the socket, past HTTP. */
  writeRaw(bytes: Uint8Array): Promise<void>;
  endRaw(): void;
  /** Drops the connection: `cut` closes it without the end of the body, `reset` by a TCP reset. */
  drop(how: 'cut' | 'reset'): void;
  /** Says nothing for as long as the client stays. */
  staySilent(): Promise<never>;
  /** The behaviour has ended. */
  settle(): void;
}

export async function openExchange(incoming: IncomingMessage, response: ServerResponse): Promise<Exchange> {
  const gone = new AbortController();
  let settle = () => {};
  const over = new Promise<void>((resolve) => (settle = resolve));
  const request = { ...describeRequest(incoming, await readBody(incoming)), over };
  // Nagle's algorithm would join small writes.
  response.socket?.setNoDelay(true);
  let answered = false;
  const noteLeaving = (): void => {
    if (answered) return;
    request.clientGone = true;
    gone.abort();
  };
  response.once('close', noteLeaving);

  function writeTo(stream: Writable | null, bytes: string | Uint8Array): Promise<void> {
    return new Promise((resolve, reject) => {
      gone.signal.throwIfAborted();
      request.bytesWritten += Buffer.byteLength(bytes);
      stream?.write(bytes, (error) => {
        if (!error) resolve();
        // Such a write fails a moment before the connection says that it is closed.
        else noteLeaving();
        if (error) reject(error);
      });
    });
  }

  return {
    request,
    settle,
    gone: gone.signal,
    head: (status, headers) => void response.writeHead(status, headers),
    write: (bytes) => writeTo(response, bytes),
    writeRaw: (bytes) => writeTo(response.socket, bytes),
    end() {
      answered = true;
      return new Promise((resolve) => response.end(resolve));
    },
    endRaw() {
      answered = true;
      response.socket?.end();
    },
    drop(how) {
      answered = true;
      if (how === 'reset') response.socket?.resetAndDestroy();
      else response.socket?.end();
    },
    staySilent: () =>
      new Promise((_, reject) => {
        gone.signal.addEventListener('abort', () => {
          reject(gone.signal.reason as Error);
        });
      }),
  };
}

function describeRequest(incoming: IncomingMessage, body: string): Omit<FakeRequest, 'over'> {
  return {
    method: incoming.method ?? '',
    path: incoming.url ?? '',
    headers: incoming.headers,
    body: parseBody(body),
    tokensWritten: 0,
    bytesWritten: 0,
    clientGone: false,
  };
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  let body = '';
  incoming.setEncoding('utf8');
  for await (const chunk of incoming) body += String(chunk);
  return body;
}

function parseBody(body: string): ChatBody | undefined {
  try {
    return JSON.parse(body) as ChatBody;
  } catch {
    return undefined;
  }
}
