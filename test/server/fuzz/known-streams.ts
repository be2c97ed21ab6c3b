import { randomBytes } from 'node:crypto';
import { readEventStream } from '../../../shared/event-stream-reader.ts';
import type { StreamState } from './fuzz-request.ts';
import { slowText } from './moody-ollama.ts';

/** How often an id is given away before it is another one's turn. */
const usesOfOne = 40;

interface KnownStream {
  id: string;
  uses: number;
}

/** Streams of one server in every state, for requests that go on with them or cancel them. */
export class KnownStreams {
  readonly #url: string;
  readonly #headers: Record<string, string>;
  readonly #known = new Map<StreamState, Promise<KnownStream>>();
  #count = 0;

  /** `headers`: what lets requests in. */
  constructor(url: string, headers: Record<string, string>) {
    this.#url = url;
    this.#headers = headers;
  }

  /** The id of a stream that is in a state now, or was a moment ago. */
  async get(state: StreamState): Promise<string> {
    if (state === 'unknown') return randomBytes(16).toString('base64url');
    const known = await this.#known.get(state);
    if (known && known.uses < usesOfOne) {
      known.uses += 1;
      return known.id;
    }
    const begun = this.#begin(state);
    this.#known.set(state, begun);
    return (await begun).id;
  }

  async #begin(state: StreamState): Promise<KnownStream> {
    this.#count += 1;
    const response = await this.#call('POST', '/v1/translate', {
      ...{ text: `${slowText} ${this.#count}.`, target: 'pt', source: 'en', engine: 'ollama' },
      resume: true,
    });
    if (!response.ok || !response.body) return { id: 'none', uses: usesOfOne };
    const events = readEventStream(response.body);
    const { value } = await events.next();
    const [id = ''] = value?.lastEventId.split(':') ?? [];
    const known = { id, uses: 0 };
    const end = drain(events).then(() => {
      if (state === 'running') known.uses = usesOfOne;
    });
    if (state === 'cancelled') await this.#call('DELETE', `/v1/streams/${id}`);
    if (state !== 'running') await end;
    return known;
  }

  #call(method: string, path: string, body?: unknown): Promise<Response> {
    const headers = { ...this.#headers, 'content-type': 'application/json' };
    return fetch(this.#url + path, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }
}

async function drain(events: AsyncGenerator<unknown, void>): Promise<void> {
  while (!(await events.next()).done);
}
