import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Problem } from '../../shared/problem.ts';

/** An answer as it came over the wire; header names in lower case. */
export interface RawAnswer {
  status: number;
  headers: ReadonlyMap<string, string>;
  body: string;
}

/** In order; names may come twice. */
export type RawHeaders = readonly (readonly [name: string, value: string])[];

/** A request as any program can send it: nothing is added but what ends the connection, nothing is put right. */
export interface RawRequest {
  /** The request line without the version. */
  line?: string;
  /** A Host is not added. */
  headers?: RawHeaders;
  body?: string;
}

/** Sends bytes that `fetch` would refuse to send, such as two Hosts, and reads the answer until the server closes. */
export async function sendRaw(
  url: string,
  { line = 'GET /health', headers = [], body = '' }: RawRequest,
): Promise<RawAnswer> {
  const lines = [...headers, ['Connection', 'close'] as const].map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  return sendBytes(url, `${line} HTTP/1.1\r\n${lines.join('')}\r\n${body}`);
}

/** Sends any bytes (each character one) and reads until the server closes. */
export async function sendBytes(url: string, bytes: string): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port) });
  socket.write(bytes, 'latin1');
  return parseAnswer(await text(socket));
}

/** As `sendRaw`, with the server's own Host. */
export function send(url: string, line: string, headers: RawHeaders = [], body = ''): Promise<RawAnswer> {
  return sendRaw(url, { line, headers: [['Host', new URL(url).host], ...headers], body });
}

/** The problem in an answer. */
export function readProblem(answer: RawAnswer): Problem {
  return JSON.parse(answer.body) as Problem;
}

/** What came over a connection as an answer. */
export function parseAnswer(answer: string): RawAnswer {
  const [head = '', ...rest] = answer.split('\r\n\r\n');
  const [statusLine = '', ...lines] = head.split('\r\n');
  const headers = lines.map((entry) => /^(?<name>[^:]+): ?(?<value>.*)$/.exec(entry)?.groups ?? {});
  return {
    status: Number(statusLine.split(' ')[1]),
    headers: new Map(headers.map(({ name = '', value = '' }) => [name.toLowerCase(), value])),
    body: rest.join('\r\n\r\n'),
  };
}
