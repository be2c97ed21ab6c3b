import type { Script } from '../../fakes/scripted-dragoman.ts';
import type { ErrorData } from '../../../shared/problem.ts';
import type { EventData, TranslationEvent } from '../../../shared/translation-event.ts';

/** What is translated in the gallery, and into what. */
export const texts = {
  text: {
    source: 'The weather is lovely today. We walked along the river until the sun went down.',
    target: 'O tempo hoje está lindo. Caminhámos ao longo do rio até o sol se pôr.',
  },
  phrase: { source: 'A walk', target: 'Um passeio' },
} as const;

export type TextName = keyof typeof texts;

const timing = { queuedMs: 0, loadMs: 0, firstTokenMs: 210, totalMs: 900, tokensPerSecond: 40 };

function start(name: TextName): TranslationEvent {
  const segments = [{ text: 0, start: 0, end: texts[name].source.length }];
  const who = { engine: 'ollama', model: 'qwen3:8b', source: 'en', target: 'pt' };
  return { event: 'start', data: { id: 'stream', ...who, segments, ignored: [] } };
}

function delta(name: TextName, length?: number): TranslationEvent {
  return {
    event: 'delta',
    data: { segment: 0, attempt: 1, text: texts[name].target.slice(0, length) },
  };
}

/** The stream in one of its phases, and no further. */
export function stopIn(status: EventData<'status'>): Script {
  return { events: [start('text'), { event: 'status', data: status }] };
}

/** The stream in the midst of the text. */
export function stopHalfway(): Script {
  return { events: [start('text'), { event: 'status', data: { phase: 'writing' } }, delta('text', 40)] };
}

/** All of it; `changes` are of its only segment's end. */
export function tellAll(name: TextName, changes: Partial<EventData<'segment'>> = {}): Script {
  const ended: EventData<'segment'> = {
    segment: 0,
    source: 'en',
    status: 'translated',
    checks: [],
    ...changes,
  };
  const isWhole = ended.status === 'translated';
  const usage = { characters: texts[name].source.length };
  const done = { complete: isWhole, reason: isWhole ? 'stop' : 'length', usage, timing } as const;
  return {
    events: [start(name), delta(name), { event: 'segment', data: ended }, { event: 'done', data: done }],
  };
}

/** The stream breaks off in the midst of the text, for that reason. */
export function failHalfway(data: ErrorData): Script {
  return { events: [start('text'), delta('text', 40), { event: 'error', data }] };
}

export function refuse(error: ErrorData): Script {
  return { refused: { '/v1/translate': error } };
}

const pairing: ErrorData = {
  code: 'pairing_required',
  message: 'This extension is not paired yet.',
  retryable: false,
};

/** The server wants to be asked by its user, on every way. */
export function wantPairing(state: 'pending' | 'denied'): Script {
  return {
    refused: { '/v1/translate': pairing, '/v1/detect': pairing },
    answered: { '/pair': { state } },
  };
}

/** An engine that is not there, and a command that brings it. */
export const noEngine: Script = {
  answered: {
    '/v1/engines': {
      engines: [
        {
          name: 'ollama',
          available: false,
          chosen: true,
          defaultModel: 'qwen3:8b',
          models: [],
          message: 'Ollama does not answer on 127.0.0.1:11434.',
          fix: 'Start it with: ollama serve',
        },
      ],
    },
  },
};
