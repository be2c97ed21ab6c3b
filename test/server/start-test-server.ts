import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createDependencies } from '../../server/create-dependencies.ts';
import { readSettings } from '../../server/settings/settings.ts';
import { startServer } from '../../server/start-server.ts';
import { readEventStream } from '../../shared/event-stream-reader.ts';
import {
  parseTranslationEvent,
  type EventData,
  type TranslationEvent,
} from '../../shared/translation-event.ts';
import {
  emptyTranslation,
  foldTranslation,
  getTranslatedText,
  type TranslationState,
} from '../../shared/translation-state.ts';

/** The real server on a free port, with a data folder of its own. */
export interface TestServer {
  url: string;
  /** POST with a JSON body and the headers a local program sends. */
  post: (path: string, body: unknown, options?: PostOptions) => Promise<Response>;
  stop: () => Promise<void>;
}

export interface PostOptions {
  accept?: string;
  signal?: AbortSignal;
}

export async function startTestServer(...flags: string[]): Promise<TestServer> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'dragoman-test-'));
  const settings = readSettings(['--port', '0', '--data-dir', dataDir, '--log-level', 'silent', ...flags]);
  const server = await startServer(await createDependencies(settings));
  return {
    url: server.url,
    post: (route, body, { accept = '*/*', signal } = {}) =>
      fetch(server.url + route, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept },
        body: JSON.stringify(body),
        ...(signal && { signal }),
      }),
    stop: async () => {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The events of a stream as they come, read by a real event stream client. */
export async function* readEvents(response: Response): AsyncGenerator<TranslationEvent, void> {
  if (!response.body) throw new Error('The answer has no body.');
  for await (const { type, data } of readEventStream(response.body)) {
    const event = parseTranslationEvent(type, data);
    if (event) yield event;
  }
}

/** A whole stream and what a client makes of it. */
export async function readAll(
  response: Response,
): Promise<{ events: TranslationEvent[]; state: TranslationState; text: string }> {
  const events: TranslationEvent[] = [];
  for await (const event of readEvents(response)) events.push(event);
  const state = events.reduce(foldTranslation, emptyTranslation);
  return { events, state, text: getTranslatedText(state) };
}

/** The data of the only event of a name; throws when there is not exactly one. */
export function getOnly<Name extends TranslationEvent['event']>(
  events: TranslationEvent[],
  name: Name,
): EventData<Name> {
  const found = events.filter(({ event }) => event === name);
  if (found.length !== 1) throw new Error(`There are ${found.length} events ${name}.`);
  return found[0]?.data as EventData<Name>;
}
