import type { Response } from 'express';
import type { ServerResponse } from 'node:http';
import { heartbeat, withHeartbeat } from './with-heartbeat.ts';
import type { ReadEvent } from './with-read-failure.ts';
import { writeWhole } from './write-whole.ts';

/** Comments come this often while a stream is quiet, so that proxies and readers know it is alive. */
const heartbeatMs = 10_000;

const headers = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
  'X-Content-Type-Options': 'nosniff',
} as const;

/** How a kind of event stream is written: what an event becomes (nothing, too), and the comment that keeps it alive. */
export interface StreamFormat {
  writeEvent(event: ReadEvent): string;
  heartbeat: string;
}

/** Answers with an event stream, to its end or until the reader is `gone`. */
export async function sendStream(
  response: Response,
  { events, gone }: { events: AsyncIterable<ReadEvent>; gone: AbortSignal },
  format: StreamFormat,
): Promise<void> {
  sendStreamHead(response);
  for await (const item of withHeartbeat(writeEvents(events, format), heartbeatMs)) {
    await writeWhole(response, item === heartbeat ? format.heartbeat : item, gone);
  }
  response.end();
}

/** Tells that an event stream follows. */
export function sendStreamHead(response: Response): void {
  response.writeHead(200, headers);
  response.flushHeaders();
}

/** Events that a format leaves out are not there for the heartbeat either: its reader hears nothing of them. */
async function* writeEvents(
  events: AsyncIterable<ReadEvent>,
  format: StreamFormat,
): AsyncGenerator<string, void> {
  for await (const event of events) {
    const text = format.writeEvent(event);
    if (text !== '') yield text;
  }
}

/**
 * A signal that aborts when the client leaves before its answer is complete. To be asked for before anything is awaited, or the moment may be
 * missed. Node's `close` event of the request would not do: it fires as soon as the body has been read.
 */
export function watchDisconnect(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}
