import { Agent, request as startRequest, type IncomingMessage } from 'node:http';

/** What is sent: everything as it is, nothing added but what frames the body. */
export interface SentRequest {
  method: string;
  target: string;
  headers: [name: string, value: string][];
  /** Each character is a byte. */
  body: string | undefined;
  isChunked: boolean;
  leavesAfter: number | undefined;
}

export interface Answer {
  status: number;
  /** By lower-case name. */
  headers: IncomingMessage['headers'];
  body: Buffer;
  /** The client left before the end. */
  isCut: boolean;
}

/** No answer takes nearly as long, be the machine ever so busy. */
const hangMs = 60_000;

/** A client that keeps its connections, with so many requests at once, and never waits for ever. */
export class HttpClient {
  readonly #agent: Agent;
  readonly #url: URL;

  constructor(url: string, connections: number) {
    this.#url = new URL(url);
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  get host(): string {
    return this.#url.host;
  }

  /** Rejects when the connection breaks or the answer does not come to its end in time. */
  send({ method, target, headers, body, isChunked, leavesAfter }: SentRequest): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const { hostname, port } = this.#url;
      const framing = getFraming(body, isChunked);
      const request = startRequest({
        ...{ agent: this.#agent, hostname, port, method, path: target, setHost: false },
        headers: [...headers, ...framing].flat(),
      });
      const end = (error: Error | undefined, answer?: Answer): void => {
        clearTimeout(timer);
        if (answer) resolve(answer);
        else reject(error ?? new Error('There is no answer.'));
        if (!answer || answer.isCut) request.destroy();
      };
      const timer = setTimeout(end, hangMs, new Error('The answer does not come to its end.'));
      // What breaks after the head of the answer is told to who reads its body; after an answer to HEAD nothing needs to be whole.
      let hasHead = false;
      request.on('error', (error) => {
        if (!hasHead) end(error);
      });
      request.on('response', (response) => {
        hasHead = true;
        readBody(response, leavesAfter).then((answer) => {
          end(undefined, answer);
        }, end);
      });
      request.end(body === undefined ? undefined : Buffer.from(body, 'latin1'));
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

function getFraming(body: string | undefined, isChunked: boolean): [string, string][] {
  if (body === undefined) return [];
  return [isChunked ? ['Transfer-Encoding', 'chunked'] : ['Content-Length', String(body.length)]];
}

async function readBody(response: IncomingMessage, leavesAfter = Infinity): Promise<Answer> {
  const { statusCode: status = 0, headers } = response;
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > leavesAfter) return { status, headers, body: Buffer.concat(chunks), isCut: true };
  }
  return { status, headers, body: Buffer.concat(chunks), isCut: false };
}
