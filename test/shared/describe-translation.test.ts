import { expect, test } from 'vitest';
import {
  describeEngine,
  describeTranslation,
  isComplete,
  isRunning,
  type ProgressName,
  type TranslationProgress,
} from '../../shared/describe-translation.ts';
import type { Obstacle } from '../../shared/obstacle.ts';
import type { RequestOption } from '../../shared/translate-request.ts';
import type { TranslationEvent } from '../../shared/translation-event.ts';
import { emptyTranslation, foldTranslation } from '../../shared/translation-state.ts';
import { say } from '../../shared/say.ts';

const start = {
  event: 'start',
  data: {
    id: 's',
    engine: 'ollama',
    model: 'qwen3:8b',
    source: 'en',
    target: 'pt',
    segments: [{ text: 0, start: 0, end: 5 }],
    ignored: [],
  },
} satisfies TranslationEvent;
const startOfTwo: TranslationEvent = {
  event: 'start',
  data: { ...start.data, segments: [...start.data.segments, { text: 0, start: 5, end: 9 }] },
};
const delta: TranslationEvent = { event: 'delta', data: { segment: 0, attempt: 1, text: 'Olá' } };

function status(phase: 'queued' | 'writing', position?: number): TranslationEvent {
  return { event: 'status', data: { phase, ...(position !== undefined && { position }) } };
}

function segment(change: object): TranslationEvent {
  return {
    event: 'segment',
    data: { segment: 0, source: 'en', status: 'translated', checks: [], ...change },
  };
}

function done(complete: boolean, reason: 'stop' | 'length' | 'failed' | 'cancelled'): TranslationEvent {
  const timing = { queuedMs: 0, loadMs: 0, firstTokenMs: 0, totalMs: 0, tokensPerSecond: 0 };
  return { event: 'done', data: { complete, reason, usage: { characters: 5 }, timing } };
}

function progress(events: TranslationEvent[], rest: Partial<TranslationProgress> = {}): TranslationProgress {
  return { translation: events.reduce(foldTranslation, emptyTranslation), stopped: false, ...rest };
}

const error = { code: 'engine_error', message: 'Ollama said no.', retryable: true } as const;

const cases: [what: string, state: ProgressName, line: string, TranslationProgress][] = [
  ['nothing came yet', 'waiting', say('waiting'), progress([])],
  ['the queue has no places', 'queued', say('queued'), progress([start, status('queued')])],
  ['it is third in line', 'queued', 'Waiting in line, place 3', progress([start, status('queued', 3)])],
  ['text comes', 'writing', say('writing'), progress([start, status('writing'), delta])],
  [
    'all is translated',
    'complete',
    say('complete'),
    progress([start, delta, segment({}), done(true, 'stop')]),
  ],
  [
    'nothing needed translating',
    'complete',
    say('unchanged'),
    progress([start, segment({ status: 'unchanged', text: 'a' }), done(true, 'stop')]),
  ],
  ['the reader stopped before any text', 'stopped', say('stopped'), progress([start], { stopped: true })],
  [
    'the reader stopped halfway',
    'stopped',
    say('stoppedHalfway'),
    progress([start, delta], { stopped: true }),
  ],
  [
    'the server cancelled',
    'stopped',
    say('stoppedHalfway'),
    progress([start, delta, done(false, 'cancelled')]),
  ],
  [
    'the length limit cut it',
    'incomplete',
    say('lengthLimit'),
    progress([start, delta, segment({ status: 'cut' }), done(false, 'length')]),
  ],
  [
    'a segment failed',
    'incomplete',
    'Ollama said no.',
    progress([start, segment({ status: 'failed', error }), done(false, 'failed')]),
  ],
  [
    'the stream failed',
    'failed',
    'Ollama said no.',
    progress([start, delta, { event: 'error', data: error }]),
  ],
  ['the connection was cut', 'failed', say('cut'), progress([start, delta], { obstacle: { kind: 'cut' } })],
  [
    'the connection is made again',
    'reconnecting',
    say('reconnecting'),
    progress([start, status('writing'), delta], { obstacle: { kind: 'reconnecting' } }),
  ],
  [
    'the server is not there',
    'failed',
    say('unreachable'),
    progress([], { obstacle: { kind: 'unreachable', server: '127.0.0.1:9000' } }),
  ],
  [
    'pairing is needed',
    'blocked',
    say('pairing'),
    progress([], { obstacle: { kind: 'pairing', code: '123456' } }),
  ],
];

test.each(cases)('when %s, the state is %s and the line "%s"', (...[, state, line, given]) => {
  expect(describeTranslation(given)).toMatchObject({ state, line });
});

test('a stream that was cut never passes for the whole text', () => {
  const { failure } = describeTranslation(progress([start, delta], { obstacle: { kind: 'cut' } }));
  expect(failure).toEqual({ line: say('cut'), advice: say('incomplete'), action: 'retry' });
});

test.each<[string, Obstacle | undefined, TranslationEvent[], string]>([
  ['a server that is not there any more', { kind: 'unreachable', server: 'host:9000' }, [], 'npm start'],
  ['a server that says goodbye', undefined, [{ event: 'error', data: { ...error, hint: 'Wait.' } }], 'Wait.'],
])(
  '%s leaves a part that does not pass for the whole, and says what to do',
  (_what, obstacle, ends, advice) => {
    const { failure } = describeTranslation(progress([start, delta, ...ends], obstacle && { obstacle }));
    expect(failure?.advice).toContain(say('incomplete'));
    expect(failure?.advice).toContain(advice);
  },
);

test.each<[string, Partial<TranslationProgress>, TranslationEvent[]]>([
  ['a cut stream', { obstacle: { kind: 'cut' } }, []],
  ['an error', {}, [{ event: 'error', data: error }]],
  ['a failed segment', {}, [segment({ segment: 1, status: 'failed', error }), done(false, 'failed')]],
])('after %s, what is whole need not be translated again', (_what, rest, ends) => {
  const events = [startOfTwo, delta, segment({}), ...ends];
  expect(describeTranslation(progress(events, rest)).failure?.action).toBe('go-on');
});

test('what trying again cannot help, going on cannot either', () => {
  const hopeless = { code: 'text_too_long', message: 'Too long.', retryable: false } as const;
  const events = [startOfTwo, delta, segment({}), { event: 'error', data: hopeless } as const];
  expect(describeTranslation(progress(events)).failure?.action).toBeUndefined();
});

test.each<[string, Partial<TranslationProgress>]>([
  ['its connection was lost', { obstacle: { kind: 'cut' } }],
  ['it was stopped', { stopped: true }],
])('a text of which all is there when %s is complete', (_how, rest) => {
  const whole = progress([start, delta, segment({})], rest);
  expect(describeTranslation(whole)).toMatchObject({ state: 'complete', line: say('complete') });
  expect(isRunning(whole)).toBe(false);
});

test.each<Obstacle>([{ kind: 'reconnecting' }, { kind: 'permission' }])(
  'while $kind says that more may come, nothing is complete',
  (obstacle) => {
    expect(isComplete(progress([start, delta, segment({})], { obstacle }))).toBe(false);
  },
);

test('a connection that breaks after the end changes nothing', () => {
  const ended = progress([start, delta, segment({}), done(true, 'stop')], {
    obstacle: { kind: 'interrupted' },
  });
  expect(describeTranslation(ended).state).toBe('complete');
});

test('waiting for the user is running, failing is not', () => {
  expect(isRunning(progress([], { obstacle: { kind: 'permission' } }))).toBe(true);
  expect(isRunning(progress([], { obstacle: { kind: 'reconnecting' } }))).toBe(true);
  expect(isRunning(progress([], { obstacle: { kind: 'cut' } }))).toBe(false);
});

test('what the checks found is said once, repairs are not mentioned', () => {
  const checks = [
    { check: 'numbers', status: 'failed', message: 'A number differs.' },
    { check: 'numbers', status: 'noted', message: 'A number differs.' },
    { check: 'links', status: 'repaired', message: 'A link was put back.' },
  ];
  const state = progress([start, segment({ checks }), done(true, 'stop')]);
  expect(describeTranslation(state).note).toBe('A number differs.');
});

test.each<[RequestOption[], string | undefined]>([
  [['formality'], 'This engine cannot follow your form of address.'],
  [['context', 'instructions', 'glossary'], 'This engine cannot follow your instructions, glossary.'],
  [['context', 'format'], undefined],
  [[], undefined],
])('of the options %j, which the engine cannot follow, it says %j', (ignored, note) => {
  const state = progress([{ ...start, data: { ...start.data, ignored } }, delta, done(false, 'failed')]);
  const { note: told, failure } = describeTranslation(state);
  expect([told, failure?.line]).toEqual([note, say('partFailed')]);
});

test.each([
  ['ollama', 'Ollama, qwen3:8b'],
  ['openai', 'OpenAI-compatible server, qwen3:8b'],
  ['later', 'later, qwen3:8b'],
])('the engine %s is named in words', (engine, sentence) => {
  expect(describeEngine({ engine, model: 'qwen3:8b' })).toBe(sentence);
  const begun = { ...start, data: { ...start.data, engine } };
  expect(describeTranslation(progress([begun])).engine).toBe(sentence);
});
