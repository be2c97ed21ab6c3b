import { readEventStream } from '../../../shared/event-stream-reader.ts';
import type { BoundResponse } from '../bound-fetch.ts';
import type { Fail } from './openai-error.ts';

/** A line longer than this is no token's; a whole answer in one piece is not longer either. */
const maxLineBytes = 4_000_000;
const newline = 0x0a;

/** One JSON document of an answer, and whether it came as an `error` event. */
export interface Frame {
  data: string;
  isError: boolean;
}

/**
 * The documents of an answer as they come: the events of a stream, or the one body of a server that knows no streaming. Throws when what
 * comes is neither.
 */
export async function* readFrames({ type, body }: BoundResponse, fail: Fail): AsyncGenerator<Frame, void> {
  if (type.includes('html')) throw fail({ kind: 'unreadable' });
  const limited = limitLines(body, fail);
  if (type.includes('json')) {
    yield { data: await new Response(ReadableStream.from(limited)).text(), isError: false };
    return;
  }
  for await (const event of readEventStream(limited)) {
    yield { data: event.data, isError: event.type === 'error' };
  }
}

/** The parser keeps a line until it ends, however long that takes. */
async function* limitLines(body: AsyncIterable<Uint8Array>, fail: Fail): AsyncGenerator<Uint8Array, void> {
  let length = 0;
  for await (const bytes of body) {
    const end = bytes.lastIndexOf(newline);
    length = end === -1 ? length + bytes.length : bytes.length - end;
    if (length > maxLineBytes) throw fail({ kind: 'unreadable' });
    yield bytes;
  }
}
