import { once } from 'node:events';
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { errorCodes } from '../../shared/error-codes.ts';
import type { ErrorData } from '../../shared/problem.ts';
import type { TranslationEvent } from '../../shared/translation-event.ts';

/** What the server does until it is told something else. What is not named the real server behind it answers. */
export interface Script {
  /** What the stream of a translation tells; without an end it stays open. */
  events?: readonly TranslationEvent[];
  /** Paths that are refused, and why. */
  refused?: Readonly<Record<string, ErrorData>>;
  /** Paths that answer with this JSON. */
  answered?: Readonly<Record<string, unknown>>;
}

/** A server of ours that can be stopped at any moment of a translation, and for any reason. */
export interface ScriptedDragoman {
  /** Host and port. */
  address: string;
  play: (script: Script) => void;
  close: () => Promise<void>;
}

/** `port`: of the real server. */
export async function startScriptedDragoman(port: number): Promise<ScriptedDragoman> {
  let script: Script = {};
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    const { events, refused, answered } = script;
    const refusal = refused?.[path];
    if (refusal) writeProblem(response, refusal);
    else if (answered && path in answered) writeJson(response, 200, answered[path]);
    else if (events && path === '/v1/translate') writeEvents(response, events);
    else passOn(request, response, port);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    play: (next) => {
      script = next;
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function writeProblem(response: ServerResponse, { code, message, ...rest }: ErrorData): void {
  const { status, title } = errorCodes[code];
  writeJson(response, status, { type: 'about:blank', title, status, detail: message, code, ...rest });
}

function writeJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

function writeEvents(response: ServerResponse, events: readonly TranslationEvent[]): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream' }).flushHeaders();
  for (const [index, { event, data }] of events.entries())
    response.write(`id: stream:${index + 1}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  if (['done', 'error'].includes(events.at(-1)?.event ?? '')) response.end();
}

function passOn(request: IncomingMessage, response: ServerResponse, port: number): void {
  const { method, url, headers } = request;
  const passed = ask({ host: '127.0.0.1', port, method, path: url, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  passed.on('error', () => response.destroy());
  response.on('close', () => passed.destroy());
  request.pipe(passed);
}
