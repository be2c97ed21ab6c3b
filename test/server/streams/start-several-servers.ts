import { readEventStream, type IncomingEvent } from '../../../shared/event-stream-reader.ts';
import { startFakeOllama, type FakeOllama } from '../../fakes/fake-ollama.ts';
import { startNginx } from '../start-nginx.ts';
import { startRedis } from '../start-redis.ts';
import { startServerProcess } from '../start-server-process.ts';

/** Two servers with one Redis and one engine, behind one nginx that asks them in turn. */
export interface SeveralServers {
  ollama: FakeOllama;
  /** Asks any server for a translation. */
  post: (body: object, options?: PostOptions) => Promise<Response>;
  /** A stream whose first reader has read some text of it. */
  begin: (body: object, options?: PostOptions) => Promise<BegunStream>;
  /** What another server than that one answers. */
  fetchElsewhere: (server: string, path: string, init?: RequestInit) => Promise<Response>;
  /** Kills a server as nothing can catch. */
  kill: (server: string) => Promise<void>;
  stop: () => Promise<void>;
}

interface PostOptions {
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

interface BegunStream {
  id: string;
  /** Of the last event that was read. */
  lastEventId: string;
  /** The server that makes it, as nginx calls it. */
  server: string;
  /** What is left to read. */
  events: AsyncGenerator<IncomingEvent, void>;
  leave: () => void;
}

const warmUp = { text: 'Good morning, everybody.', target: 'pt' };

export async function startSeveralServers(): Promise<SeveralServers> {
  const [ollama, redis] = await Promise.all([startFakeOllama(), startRedis()]);
  const flags = ['--redis-url', redis.url, '--ollama-host', ollama.url];
  const servers = await Promise.all([startServerProcess(...flags), startServerProcess(...flags)]);
  // What a server loads for its first translation is no part of a test.
  for (const { url } of servers) await (await fetch(`${url}/v1/translate`, createPost(warmUp))).text();
  const nginx = await startNginx(servers.map(({ url }) => url));
  const post: SeveralServers['post'] = (body, options) =>
    fetch(`${nginx.url}/v1/translate`, createPost(body, options));
  return {
    ollama,
    post,
    begin: async (body, options) => {
      const leaving = new AbortController();
      const response = await post(body, { ...options, signal: leaving.signal });
      return {
        ...(await readSomeText(response)),
        leave: () => {
          leaving.abort();
        },
      };
    },
    fetchElsewhere: (server, path, init) => fetchElsewhere(server, nginx.url + path, init),
    kill: async (server) => servers.find(({ url }) => url.endsWith(server))?.kill(),
    stop: async () => {
      await nginx.stop();
      await Promise.all([...servers, redis].map((program) => program.stop()));
      await ollama.close();
    },
  };
}

export function createPost(body: object, { headers = {}, signal }: PostOptions = {}): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
    ...(signal && { signal }),
  };
}

async function readSomeText(response: Response): Promise<Omit<BegunStream, 'leave'>> {
  const events = readEventStream(response.body ?? fail('body'));
  let lastEventId = '';
  for (let type = ''; type !== 'delta';) {
    const { value } = await events.next();
    ({ type, lastEventId } = value ?? fail('delta'));
  }
  const id = lastEventId.slice(0, lastEventId.indexOf(':'));
  return { id, lastEventId, server: readServer(response), events };
}

async function fetchElsewhere(server: string, url: string, init: RequestInit = {}): Promise<Response> {
  const response = await fetch(url, init);
  if (readServer(response) !== server) return response;
  await response.body?.cancel();
  return fetchElsewhere(server, url, init);
}

function readServer(response: Response): string {
  return response.headers.get('x-served-by') ?? fail('name of the server');
}

function fail(what: string): never {
  throw new Error(`There is no ${what}.`);
}
