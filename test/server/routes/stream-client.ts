import type { EventData } from '../../../shared/translation-event.ts';
import { getOnly, readAll, type TestServer } from '../start-test-server.ts';

/** A client of streams: asks for a translation of "one", reads it, leaves it, comes back. */
export class StreamClient {
  readonly #server: TestServer;

  constructor(server: TestServer) {
    this.#server = server;
  }

  post(more: object = {}, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`${this.#server.url}/v1/translate`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ text: 'one', target: 'pt', ...more }),
    });
  }

  /** A whole stream. */
  async translate(more: object = {}, headers: Record<string, string> = {}): Promise<WholeStream> {
    const read = await readAll(await this.post(more, headers));
    return { ...read, id: getOnly(read.events, 'start').id };
  }

  /** A stream whose reader left at the first text. */
  async begin(more: object = {}, headers: Record<string, string> = {}): Promise<BegunStream> {
    const answer = await this.post(more, headers);
    const reader = answer.body?.getReader();
    const decoder = new TextDecoder();
    let text = '';
    while (!/^event: delta\n[^]*?\n\n/m.test(text)) {
      const { value, done } = (await reader?.read()) ?? { done: true };
      if (done) throw new Error(`The stream has no text: ${text}`);
      text += decoder.decode(value, { stream: true });
    }
    await reader?.cancel();
    const ids = [...text.matchAll(/^id: (?<id>.*)$/gm)].map((match) => match.groups?.['id'] ?? '');
    return { id: readId(text), lastEventId: ids.at(-1) ?? '' };
  }

  /** What the server says of a stream; `path`: its id, with a query perhaps. */
  go(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(`${this.#server.url}/v1/streams/${path}`, init);
  }

  /** How a stream ended that was cancelled, once it has. */
  async cancel(id: string): Promise<EventData<'done'>> {
    await this.go(id, { method: 'DELETE' });
    const { events } = await readAll(await this.go(id));
    return getOnly(events, 'done');
  }
}

type WholeStream = Awaited<ReturnType<typeof readAll>> & { id: string };

/** A stream as its reader remembers it. */
interface BegunStream {
  id: string;
  lastEventId: string;
}

/** The id of a stream, of which this is the beginning. */
export function readId(text: string): string {
  return /^id: (?<id>[\w-]+):1$/m.exec(text)?.groups?.['id'] ?? '';
}
