import { startTestServer, type TestServer } from '../start-test-server.ts';
import { allowedOrigin, token } from './arbitrary-headers.ts';
import type { FuzzRequest } from './fuzz-request.ts';
import { HttpClient, type SentRequest } from './http-client.ts';
import { KnownStreams } from './known-streams.ts';

/** Small limits, so that small requests reach them. */
const flags = [
  ...['--body-limit', '20kb', '--max-chars', '2500', '--max-texts', '3', '--max-streams', '3'],
  ...['--concurrency', '4', '--queue-limit', '6', '--grace', '1s', '--allow-origin', allowedOrigin],
];

/** A server that is asked, and what is needed to ask it. */
export class FuzzTarget {
  readonly url: string;
  readonly #server: TestServer;
  readonly #client: HttpClient;
  readonly #streams: KnownStreams;
  readonly #headers: Record<string, string>;

  private constructor(server: TestServer, connections: number, hasToken: boolean) {
    this.url = server.url;
    this.#headers = hasToken ? { authorization: `Bearer ${token}` } : {};
    this.#server = server;
    this.#client = new HttpClient(server.url, connections);
    this.#streams = new KnownStreams(server.url, this.#headers);
  }

  static async start(
    kind: FuzzRequest['server'],
    ollamaUrl: string,
    connections: number,
  ): Promise<FuzzTarget> {
    const hasToken = kind === 'token';
    const all = [
      '--ollama-host',
      ollamaUrl,
      ...flags,
      ...(hasToken ? ['--token', token] : ['--checks', 'off']),
    ];
    return new FuzzTarget(await startTestServer(...all), connections, hasToken);
  }

  /** A request with all that is known only now. */
  async fillIn(request: FuzzRequest): Promise<SentRequest> {
    const needsStream = JSON.stringify([request.target, request.headers]).includes('{stream}');
    const stream = needsStream ? await this.#streams.get(request.stream) : '';
    const fill = (text: string): string =>
      text.replaceAll('{stream}', stream).replaceAll('{host}', this.#client.host);
    return {
      ...request,
      target: fill(request.target),
      headers: request.headers.map(([name, value]) => [name, fill(value)]),
    };
  }

  send(request: SentRequest): ReturnType<HttpClient['send']> {
    return this.#client.send(request);
  }

  /** How many translations run and wait, by engine. */
  async readLoads(): Promise<number[]> {
    const metrics = await (await fetch(`${this.url}/metrics`, { headers: this.#headers })).text();
    const lines = metrics.matchAll(/^dragoman_(?:running|queued)_translations\{.*\} (?<count>\d+)$/gm);
    return [...lines].map(({ groups }) => Number(groups?.['count']));
  }

  async stop(): Promise<void> {
    this.#client.close();
    await this.#server.stop();
  }
}
