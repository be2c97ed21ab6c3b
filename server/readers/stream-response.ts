import type { Response } from 'express';
import { once } from 'node:events';
import type { TranslationStream } from '../streams/translation-stream.ts';
import type { RecordedEvent } from '../streams/stream-record.ts';
import { heartbeat, withHeartbeat } from './with-heartbeat.ts';

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
  writeEvent(recorded: RecordedEvent): string;
  heartbeat: string;
}

/**
 * Answers with an event stream: the record from its start, then live, to its end. A reader that goes away ends the reading and cancels the
 * stream, which nobody else can read.
 */
export async function sendStream(
  response: Response,
  stream: TranslationStream,
  format: StreamFormat,
): Promise<void> {
  const gone = watchDisconnect(response, stream);
  response.writeHead(200, headers);
  response.flushHeaders();
  for await (const item of withHeartbeat(stream.record.read(0, gone), heartbeatMs)) {
    const text = item === heartbeat ? format.heartbeat : format.writeEvent(item);
    if (text !== '') await writeWhole(response, text, gone);
  }
  response.end();
}

/**
 * A signal that aborts, and a stream that is cancelled, when the client leaves before its answer is complete. Node's `close` event of the request
 * would not do: it fires as soon as the body has been read.
 */
export function watchDisconnect(response: Response, stream: TranslationStream): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => {
    if (response.writableFinished) return;
    controller.abort();
    stream.cancel();
  });
  return controller.signal;
}

/** Writes and waits until the client has room for more; returns quietly when it is gone. */
async function writeWhole(response: Response, text: string, gone: AbortSignal): Promise<void> {
  if (response.write(text) || gone.aborted) return;
  await once(response, 'drain', { signal: gone }).catch((error: unknown) => {
    if (!gone.aborted) throw error;
  });
}
