import { expect, test } from 'vitest';
import { shouldGoOn, type Comeback } from '../../../extension/view/should-go-on.ts';
import type { TranslationProgress } from '../../../shared/describe-translation.ts';
import type { ErrorCode } from '../../../shared/error-codes.ts';
import { createSegment } from '../../../shared/segment-state.ts';
import type { EventData } from '../../../shared/translation-event.ts';
import { emptyTranslation, type TranslationState } from '../../../shared/translation-state.ts';

const running: TranslationProgress = { translation: emptyTranslation, stopped: false };
const timing = { queuedMs: 0, loadMs: 0, firstTokenMs: 0, totalMs: 0, tokensPerSecond: 0 };

function ended(reason: EventData<'done'>['reason']): TranslationProgress {
  const done = { complete: reason === 'stop', reason, usage: { characters: 1 }, timing };
  return { ...running, translation: { ...emptyTranslation, done } };
}

const gone: TranslationProgress = {
  ...running,
  obstacle: { kind: 'problem', error: { code: 'stream_gone', message: 'It is gone.', retryable: true } },
};

function fail(code: ErrorCode): TranslationProgress {
  const error = { code, message: 'It is gone.', retryable: true };
  return { ...running, translation: { ...emptyTranslation, error } };
}

const range = { text: 0, start: 0, end: 5 };
const whole: TranslationState = {
  ...emptyTranslation,
  segments: [{ ...createSegment(range), shown: 'Olá', status: 'translated' }],
};

test.each<[string, TranslationProgress, Comeback | undefined, boolean]>([
  ['a stream that the server cancelled while the view was away', ended('cancelled'), 'reopened', true],
  ['one that it cancelled while the connection was lost', ended('cancelled'), 'reconnected', true],
  ['one that somebody cancelled while all was well', ended('cancelled'), undefined, false],
  ['one that the reader stopped', { ...ended('cancelled'), stopped: true }, 'reopened', false],
  ['one that was forgotten while the view was away', gone, 'reopened', true],
  ['one that is gone with its server', gone, 'reconnected', false],
  ['one of which only its end was missing', { ...gone, translation: whole }, 'reopened', false],
  ['one whose server died while the view was away', fail('stream_gone'), 'reopened', true],
  ['one whose server died while the connection was lost', fail('stream_gone'), 'reconnected', false],
  ['one that failed while the view was away', fail('engine_error'), 'reopened', false],
  ['one that came to its end', ended('stop'), 'reopened', false],
  ['one that failed', ended('failed'), 'reopened', false],
  ['one that still runs', running, 'reopened', false],
  ['one whose server is not there', { ...running, obstacle: { kind: 'cut' } }, 'reopened', false],
])('%s', (_what, progress, comeback, expected) => {
  expect(shouldGoOn(progress, comeback)).toBe(expected);
});
