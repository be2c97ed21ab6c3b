import type { TranslationError } from '../../../shared/translation-error.ts';
import type { ConnectionFailure } from '../bound-fetch.ts';
import { contextOverflow } from '../context-overflow.ts';
import { createEngineError, describeSilence, type Sentences } from '../create-engine-error.ts';
import type { Silence } from '../limit-silence.ts';

/** Everything that can go wrong between us and Ollama, as plain data. */
export type OllamaFailure =
  | ConnectionFailure
  | Silence
  /** An answer other than 2xx; `error` is what was said with it. */
  | { kind: 'status'; status: number; error: string }
  /** An error in the middle of an answer that began well. */
  | { kind: 'error-line'; error: string }
  /** A line that is not Ollama's JSON. */
  | { kind: 'unreadable' }
  /** The answer ended, but is not whole. */
  | { kind: 'incomplete'; how: Incompleteness; cause?: unknown };

/** An empty answer is not among them: it is a failure of every engine, and found where thinking has been taken out. */
type Incompleteness = 'cut' | 'no-done' | 'prompt-cut';

/** What the sentences name. */
interface FailureContext {
  url: string;
  model: string;
  numCtx: number;
}

/** The one place that decides which code a failure has, and what is said about it. */
export function createOllamaError(failure: OllamaFailure, context: FailureContext): TranslationError {
  switch (failure.kind) {
    case 'unreachable':
      return createEngineError('engine_unavailable', describeUnreachable(context), { cause: failure.cause });
    case 'status':
      return createStatusError(failure, context);
    case 'error-line':
      return createEngineError('engine_error', describeError(failure.error, context) ?? brokeOff);
    case 'unreadable':
      return createEngineError('engine_error', describeForeign(context));
    case 'incomplete':
      return createEngineError('engine_incomplete', describeIncomplete(failure.how, context), {
        cause: failure.cause,
      });
    case 'silent':
      return createEngineError('timeout', describeSilence(failure, 'Ollama', 'Ollama'));
  }
}

function createStatusError(
  { status, error }: { status: number; error: string },
  context: FailureContext,
): TranslationError {
  if (status === 503) return createEngineError('engine_error', busy, { retryAfterSeconds: 5 });
  if (status < 400 || isWebServerPage(error))
    return createEngineError('engine_error', describeForeign(context));
  if (status === 404) return createEngineError('model_not_found', describeMissing(context.model));
  const cause = /exceeds the (available )?context/i.test(error) ? contextOverflow : undefined;
  const refused: Sentences = [
    `Ollama refused the request (HTTP ${status}).`,
    'Look into the log of Ollama; another version of Ollama or another model may help.',
  ];
  const sentences = describeError(error, context) ?? (status < 500 ? refused : brokeOff);
  return createEngineError('engine_error', sentences, { cause });
}

/** What Ollama (and any server in Go) answers where it has no route, and what other servers answer. */
function isWebServerPage(text: string): boolean {
  return /^404 page not found|<html|<!doctype/i.test(text);
}

const busy: Sentences = [
  'Ollama is busy with other requests and takes no more.',
  'Try again in a moment, or let Ollama queue more with OLLAMA_MAX_QUEUE.',
];

const brokeOff: Sentences = ['Ollama met an error.', 'Try again; if it stays, look into the log of Ollama.'];

function describeUnreachable({ url }: FailureContext): Sentences {
  return [
    `Ollama does not answer on ${url}.`,
    'Start it with: ollama serve. If it runs elsewhere, set OLLAMA_HOST.',
  ];
}

/** Names that Ollama would not accept are not put into a command that people copy. */
function describeMissing(model: string): Sentences {
  const isName = /^[\w.:/-]+$/.test(model);
  return [
    `Ollama has no model ${JSON.stringify(model)}.`,
    `Get it with: ollama pull ${isName ? model : '<model>'}`,
  ];
}

function describeForeign({ url }: FailureContext): Sentences {
  return [
    `What answers on ${url} does not speak Ollama's protocol.`,
    'Set OLLAMA_HOST to the address of Ollama itself, or update Ollama.',
  ];
}

function describeIncomplete(how: Incompleteness, { numCtx }: FailureContext): Sentences {
  const sentences: Record<Incompleteness, Sentences> = {
    cut: [
      'Ollama closed the connection in the middle of the answer.',
      'Look whether Ollama still runs, then try again.',
    ],
    'no-done': [
      'Ollama ended the answer before it was done, as it does when a model repeats itself.',
      'Try again, or use another model.',
    ],
    'prompt-cut': [
      `Ollama cut the text, because it does not fit the model's context of ${numCtx} tokens.`,
      'Translate less at once, or raise --num-ctx.',
    ],
  };
  return sentences[how];
}

/**
 * What Ollama's own words mean, where they are known. They are never passed on as they are: an error can quote the prompt, and ours
 * reach logs and other programs.
 */
function describeError(error: string, { model, numCtx }: FailureContext): Sentences | undefined {
  const known: [pattern: RegExp, sentences: Sentences][] = [
    [
      /exceeds the (available )?context/i,
      [
        `The text does not fit the model's context of ${numCtx} tokens.`,
        'Translate less at once, or raise --num-ctx.',
      ],
    ],
    [
      /requires more system memory|out of memory|cudaMalloc failed/i,
      ['The model does not fit into the memory of the machine.', 'Use a smaller model, or lower --num-ctx.'],
    ],
    [
      /runner process has terminated|runner has unexpectedly stopped|error was encountered while running the model/i,
      [
        "Ollama's model process stopped.",
        'Try again; if it stays, the machine may lack memory: use a smaller model, or lower --num-ctx.',
      ],
    ],
    [
      /does not support (chat|generate)/i,
      [`The model ${JSON.stringify(model)} cannot chat.`, 'Use a model that is made for chat, as qwen3:8b.'],
    ],
  ];
  return known.find(([pattern]) => pattern.test(error))?.[1];
}
