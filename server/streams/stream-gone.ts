import { TranslationError } from '../../shared/translation-error.ts';

const reasons = {
  unknown: 'There is no such stream, or it is not kept any more.',
  trimmed: 'The beginning of this stream is not kept any more.',
  abandoned: 'The server that made this stream has died.',
  unwritable: 'Redis, which holds this stream, takes nothing more of it.',
  unreachable: 'Redis, which holds this stream, does not answer.',
} as const;

/** A stream that cannot be read, or not on. The text that came so far is good. */
export function createStreamGone(reason: keyof typeof reasons): TranslationError {
  return new TranslationError('stream_gone', reasons[reason], {
    hint: 'Translate again what is missing.',
  });
}
