import type { Script } from '../../fakes/scripted-dragoman.ts';
import { failHalfway, refuse, stopHalfway, stopIn, tellAll, wantPairing, type TextName } from './scripts.ts';

/** A state of the overlay on the page `article`, as data. */
export interface OverlayScene {
  name: string;
  script: Script;
  /** What is selected. Default: the text. */
  selected?: TextName;
  /** What the overlay's view calls its state once it is there. */
  state: string;
  /** Nothing is where the server should be. */
  isServerGone?: true;
  /** What is clicked in it then, one after the other. */
  clicks?: readonly string[];
  /** A second text is translated beside it. */
  andThen?: TextName;
}

export const overlayScenes: readonly OverlayScene[] = [
  { name: 'waiting', script: { events: [] }, state: 'waiting' },
  { name: 'queued', script: stopIn({ phase: 'queued', position: 2 }), state: 'queued' },
  { name: 'loading', script: stopIn({ phase: 'loading' }), state: 'loading' },
  { name: 'reading', script: stopIn({ phase: 'reading' }), state: 'reading' },
  { name: 'thinking', script: stopIn({ phase: 'thinking', thoughtChars: 1200 }), state: 'thinking' },
  { name: 'writing', script: stopHalfway(), state: 'writing' },
  { name: 'stopped', script: stopHalfway(), state: 'writing', clicks: ['stop'] },
  { name: 'complete', script: tellAll('text'), state: 'complete' },
  { name: 'phrase', script: tellAll('phrase'), selected: 'phrase', state: 'complete' },
  { name: 'original', script: tellAll('text'), state: 'complete', clicks: ['original'] },
  {
    name: 'checked',
    script: tellAll('text', {
      checks: [{ check: 'numbers', status: 'noted', message: 'The number 12 is missing.' }],
    }),
    state: 'complete',
  },
  { name: 'incomplete', script: tellAll('text', { status: 'cut' }), state: 'incomplete' },
  {
    name: 'failed',
    script: failHalfway({ code: 'engine_error', message: 'Ollama answered with an error.', retryable: true }),
    state: 'failed',
  },
  {
    name: 'refused',
    script: refuse({
      code: 'text_too_long',
      message: 'The text has 50,000 characters; at most 40,000 are taken.',
      hint: 'Select less.',
      retryable: false,
    }),
    state: 'failed',
  },
  {
    name: 'unauthorized',
    script: refuse({ code: 'unauthorized', message: 'The server wants a token.', retryable: false }),
    state: 'failed',
  },
  { name: 'no server', script: {}, isServerGone: true, state: 'blocked' },
  {
    name: 'no model',
    script: refuse({
      code: 'model_not_found',
      message: 'The model qwen3:8b is not installed.',
      hint: 'Get it with: ollama pull qwen3:8b',
      retryable: false,
    }),
    state: 'blocked',
  },
  { name: 'pairing', script: wantPairing('pending'), state: 'blocked' },
  { name: 'pairing denied', script: wantPairing('denied'), state: 'failed' },
  { name: 'two', script: tellAll('text'), state: 'complete', clicks: ['pin'], andThen: 'phrase' },
];
