import { writeComment, writeEvent } from '../../shared/event-stream-writer.ts';
import type { StreamFormat } from './stream-response.ts';

/** The event stream of `/v1/translate`: JSON data, and ids of the form `<stream id>:<number>`; none for what is no part of the stream. */
export function createEventStreamFormat(streamId: string): StreamFormat {
  return {
    heartbeat: writeComment('still here'),
    writeEvent: ({ number, event: { event, data } }) => {
      const id = number === undefined ? {} : { id: `${streamId}:${number}` };
      return writeEvent({ event, ...id, data: JSON.stringify(data) });
    },
  };
}
