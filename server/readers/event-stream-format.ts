import { writeComment, writeEvent } from '../../shared/event-stream-writer.ts';
import type { StreamFormat } from './stream-response.ts';

/** The event stream of `/v1/translate`: JSON data, and ids of the form `<stream id>:<number>`. */
export function createEventStreamFormat(streamId: string): StreamFormat {
  return {
    heartbeat: writeComment('still here'),
    writeEvent: ({ number, event: { event, data } }) =>
      writeEvent({ event, id: `${streamId}:${number}`, data: JSON.stringify(data) }),
  };
}
