import type { ErrorCode } from '../../../shared/error-codes.ts';
import type { TranslationError } from '../../../shared/translation-error.ts';
import type { ConnectionFailure } from '../bound-fetch.ts';
import { contextOverflow } from '../context-overflow.ts';
import { createEngineError, describeSilence, type Sentences } from '../create-engine-error.ts';
import type { Silence } from '../limit-silence.ts';

/** Everything that can go wrong between us and an OpenAI-compatible server, as plain data. */
export type OpenaiFailure =
  | ConnectionFailure
  | Silence
  /** An answer other than 2xx; `error` is its body. */
  | { kind: 'status'; status: number; error: string }
  /** An error in an answer that began well. */
  | { kind: 'error-event'; error: string }
  /** Something that is not of this protocol. */
  | { kind: 'unreadable' }
  /** The answer ended, but not because the model was done. */
  | { kind: 'incomplete'; how: Incompleteness; cause?: unknown }
  /** Prompt and answer do not fit the model's context, and nothing was answered. */
  | { kind: 'overflow' }
  /** The server lists no model, and nobody named one. */
  | { kind: 'no-model' }
  /** The server does not list the model. */
  | { kind: 'unlisted' };

/** Why an answer that ended is not whole. */
export type Incompleteness = 'no-finish' | 'prompt-cut' | 'context-full' | 'filtered' | 'tool' | 'aborted';

/** Makes the error for a failure. */
export type Fail = (failure: OpenaiFailure) => TranslationError;

/** What the sentences name. */
interface FailureContext {
  url: string;
  model: string;
}

/**
 * The one place that decides which code a failure has, and what is said about it. What the server itself said is only looked at for known words
 * and never passed on: an error can quote the prompt, and ours reach logs and other programs.
 */
export function createOpenaiError(failure: OpenaiFailure, context: FailureContext): TranslationError {
  switch (failure.kind) {
    case 'unreachable':
      return createEngineError('engine_unavailable', describeUnreachable(context), { cause: failure.cause });
    case 'status':
      return createStatusError(failure, context);
    case 'error-event':
      return createEngineError('engine_error', describeError(failure.error));
    case 'unreadable':
      return createEngineError('engine_error', describeForeign(context));
    case 'overflow':
      return createEngineError('engine_error', tooLong, { cause: contextOverflow });
    case 'incomplete':
      return createEngineError(...incompletenesses[failure.how], { cause: failure.cause });
    case 'silent':
      return createEngineError('timeout', describeSilence(failure, 'The server', 'it'));
    case 'unlisted':
      return createEngineError('model_not_found', describeMissing(context));
    case 'no-model':
      return createEngineError('model_not_found', describeNoModel(context));
  }
}

/** Whether a server says, in whichever words, that prompt and answer are too long for the model's context. */
export function saysOverflow(error: string): boolean {
  return overflow.test(error);
}

/**
 * As OpenAI, vLLM, SGLang and LM Studio, Ollama, llama-server and llama-cpp-python, and text-generation-inference say it, in this order. LM Studio
 * says it inside a stream that began with 200: https://github.com/lmstudio-ai/lmstudio-bug-tracker/issues/2322
 */
const overflow =
  /context_length_exceeded|maximum (?:context|model) length|context length (?:of only|\()|exceeds? the (?:model's )?context|exceed(?:s|_|ed)? ?(?:the available )?context[_ ](?:size|window|length)|tokens \+ `?max_new_tokens/i;

function createStatusError(
  { status, error }: { status: number; error: string },
  context: FailureContext,
): TranslationError {
  if (status === 429 || status === 503)
    return createEngineError('engine_error', busy, { retryAfterSeconds: 5 });
  if (status === 401 || status === 403) return createEngineError('engine_error', describeRefusedKey(context));
  if (isMissingModel(status, error)) return createEngineError('model_not_found', describeMissing(context));
  if (status < 400 || status === 404 || status === 405) {
    return createEngineError('engine_error', describeForeign(context));
  }
  return createEngineError('engine_error', describeError(error, status));
}

/** A 404 that says nothing of a model comes from an address that is not the server's. */
function isMissingModel(status: number, error: string): boolean {
  if (/<html|<!doctype/i.test(error)) return false;
  return status === 404 ? /\bmodel\b/i.test(error) : status === 400 && /model_not_found/.test(error);
}

const busy: Sentences = [
  'The server is busy with other requests, or still loads its model.',
  'Try again in a moment, or lower --concurrency.',
];

const moreContext = 'Translate less at once, or give the model more context where it is served.';
const tooLong: Sentences = ["The text does not fit the model's context.", moreContext];

const incompletenesses: Readonly<Record<Incompleteness | 'cut', [ErrorCode, Sentences]>> = {
  cut: [
    'engine_incomplete',
    [
      'The server closed the connection in the middle of the answer.',
      'Look whether it still runs, then try again.',
    ],
  ],
  'no-finish': [
    'engine_incomplete',
    ['The server ended the answer before it was done.', 'Try again; if it stays, look into its log.'],
  ],
  'prompt-cut': [
    'engine_incomplete',
    ["The server cut the text, because it does not fit the model's context.", moreContext],
  ],
  'context-full': [
    'engine_incomplete',
    ["The model's context was full before the answer was whole.", moreContext],
  ],
  aborted: [
    'engine_incomplete',
    ['The server broke off the answer.', 'Try again; if it stays, look into its log.'],
  ],
  filtered: [
    'engine_incomplete',
    [
      "The server's content filter cut the answer.",
      'Use another model or server, or leave that part of the text out.',
    ],
  ],
  tool: [
    'engine_error',
    ['The model wanted to call a tool instead of translating.', 'Try again, or use another model.'],
  ],
};

function describeUnreachable({ url }: FailureContext): Sentences {
  return [`The server on ${url} does not answer.`, 'Start it, or set --openai-base-url to where it listens.'];
}

function describeRefusedKey({ url }: FailureContext): Sentences {
  return [
    `The server on ${url} wants a key, or another one than it got.`,
    'Set OPENAI_API_KEY to a key that it accepts.',
  ];
}

function describeMissing({ url, model }: FailureContext): Sentences {
  return [
    `The server on ${url} has no model ${JSON.stringify(model)}.`,
    'Take one that it lists with --model, or leave --model out.',
  ];
}

function describeNoModel({ url }: FailureContext): Sentences {
  return [`The server on ${url} lists no model.`, 'Load one there, or name one with --model.'];
}

function describeForeign({ url }: FailureContext): Sentences {
  return [
    `What answers on ${url} does not speak OpenAI's protocol.`,
    'Set --openai-base-url to the address that the server tells, which mostly ends in /v1.',
  ];
}

/** Without a status the error came in an answer that began well. */
function describeError(error: string, status?: number): Sentences {
  if (/out of memory|insufficient memory|cudaMalloc failed/i.test(error)) {
    return ['The model does not fit into the memory of the server.', 'Use a smaller model or context there.'];
  }
  if (status !== undefined && status < 500) {
    return [
      `The server refused the request (HTTP ${status}).`,
      'Look into its log; another version of it or another model may help.',
    ];
  }
  return ['The server met an error.', 'Try again; if it stays, look into its log.'];
}
