import { writeComment, writeEvent } from '../../shared/event-stream-writer.ts';
import type { ErrorData } from '../../shared/problem.ts';
import { TranslationError } from '../../shared/translation-error.ts';
import type { EventData, TranslationEvent } from '../../shared/translation-event.ts';
import { BareText } from './bare-text.ts';
import type { StreamFormat } from './stream-response.ts';

const lineEnd = '\r\n';

/**
 * The event stream of the original interface: `message` events with bare text, then one `end`; or one `error` with JSON instead, at the first segment
 * that did not come out whole. It numbers nothing and cannot take text back.
 */
export function createOriginalFormat(): StreamFormat {
  const text = new BareText();
  const seen = new Set<number>();
  let ended = false;
  const write = (event: string, data: string): string =>
    data === '' ? '' : writeEvent({ event, data }, lineEnd);
  const endWith = (event: string, data: string): string => {
    ended = true;
    return write('message', text.end()) + write(event, data);
  };
  return {
    heartbeat: writeComment('still here', lineEnd),
    writeEvent: ({ event }) => {
      if (ended) return '';
      if (event.event === 'delta') seen.add(event.data.segment);
      const error = getError(event);
      if (error) return endWith('error', JSON.stringify(error));
      if (event.event === 'done') return event.data.complete ? endWith('end', '[[END]]') : '';
      return write('message', text.push(getText(event, seen)));
    },
  };
}

function getText({ event, data }: TranslationEvent, seen: ReadonlySet<number>): string {
  if (event === 'delta') return data.text;
  return event === 'segment' && !seen.has(data.segment) ? (data.text ?? '') : '';
}

function getError({ event, data }: TranslationEvent): ErrorData | undefined {
  if (event === 'error') return data;
  if (event !== 'segment' || data.status === 'translated' || data.status === 'unchanged') return undefined;
  return data.error ?? createLengthError(data).toData();
}

function createLengthError({ checks }: EventData<'segment'>): TranslationError {
  return new TranslationError(
    'engine_incomplete',
    checks[0]?.message ?? 'The model stopped before the end of the text.',
  );
}
