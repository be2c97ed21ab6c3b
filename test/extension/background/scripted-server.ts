import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as readText } from 'node:stream/consumers';
import { writeEvent } from '../../../shared/event-stream-writer.ts';
import type { TranslationEvent } from '../../../shared/translation-event.ts';

/** What the extension asked for. */
export interface ScriptedRequest {
  method: string;
  path: string;
  key: string | undefined;
  lastEventId: string | undefined;
  body: unknown;
}

/** How one request is answered. */
export type Answer = (response: ServerResponse) => void;

export interface ScriptedServer {
  /** Host and port. */
  address: string;
  /** All but the cancellations, oldest first. */
  requests: ScriptedRequest[];
  /** Paths of the streams that were cancelled. */
  cancelled: string[];
  /** How a cancellation is answered. */
  answerCancellation: Answer;
  /** How many of its answers are still open. */
  countOpen: () => number;
  close: () => Promise<void>;
}

/** A server that keeps the contract of streams as far as each of its answers is told to; all that follow are like the last. */
export async function startScriptedServer(...answers: [Answer, ...Answer[]]): Promise<ScriptedServer> {
  const requests: ScriptedRequest[] = [];
  const cancelled: string[] = [];
  const open = new Set<ServerResponse>();
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    open.add(response);
    response.once('close', () => open.delete(response));
    if (request.method === 'DELETE') {
      cancelled.push(request.url ?? '');
      scripted.answerCancellation(response);
      return;
    }
    requests.push(await describeRequest(request));
    answers[Math.min(requests.length, answers.length) - 1]?.(response);
  };
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const scripted: ScriptedServer = {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    cancelled,
    answerCancellation: (response) => response.writeHead(204).end(),
    countOpen: () => open.size,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return scripted;
}

async function describeRequest(request: IncomingMessage): Promise<ScriptedRequest> {
  const { method = '', url = '', headers } = request;
  const body = await readText(request);
  return {
    method,
    path: url,
    key: headers['idempotency-key'] as string | undefined,
    lastEventId: headers['last-event-id'] as string | undefined,
    body: body === '' ? undefined : JSON.parse(body),
  };
}

/** Events in a row, the first with the number `from`; then what `then` does, by default nothing: the stream stays open. */
export function sends(events: TranslationEvent[], from = 1, then: Answer = isSilent): Answer {
  return (response) => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' }).flushHeaders();
    const texts = events.map(({ event, data }, index) =>
      writeEvent({ event, data: JSON.stringify(data), id: `s:${from + index}` }),
    );
    response.write(texts.join(''), () => {
      then(response);
    });
  };
}

export const ends: Answer = (response) => response.end();
export const breaks: Answer = (response) => response.destroy();
export const isSilent: Answer = () => undefined;

export function refuses(status: number, code: string): Answer {
  const problem = { type: 'about:blank', title: code, status, detail: code, code, retryable: true };
  return (response) => {
    response.writeHead(status, { 'Content-Type': 'application/problem+json' }).end(JSON.stringify(problem));
  };
}

export const start: TranslationEvent = {
  event: 'start',
  data: {
    ...{ id: 's', engine: 'ollama', model: 'm', source: 'en', target: 'pt', ignored: [] },
    segments: [{ text: 0, start: 0, end: 5 }],
  },
};

export function delta(text: string): TranslationEvent {
  return { event: 'delta', data: { segment: 0, attempt: 1, text } };
}

const timing = { queuedMs: 0, loadMs: 0, firstTokenMs: 0, totalMs: 0, tokensPerSecond: 0 };

export const done: TranslationEvent = {
  event: 'done',
  data: { complete: true, reason: 'stop', usage: { characters: 5 }, timing },
};
