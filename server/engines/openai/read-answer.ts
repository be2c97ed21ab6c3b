import type { EngineEvent, EngineUsage } from '../engine.ts';
import { parseJson } from '../parse-json.ts';
import { type Fail, type Incompleteness, type OpenaiFailure, saysOverflow } from './openai-error.ts';
import { type Chunk, isErrorDocument, readChunk } from './read-chunk.ts';
import type { Frame } from './read-frames.ts';

interface ReadOptions {
  fail: Fail;
  /** The caller's own reason to stop. */
  signal: AbortSignal;
  /** Closes the connection. */
  close: () => void;
  /** Tokens that prompt and answer may have together, and whether the server told so itself. */
  context: { tokens: number; isTold: boolean };
}

/** How long the numbers may take that come after the answer; the answer is whole without them. */
const usageWaitMs = 1000;

/** What is known of the end; filled while the answer is read. */
interface Ending {
  finish: string | undefined;
  isDone: boolean;
  hasText: boolean;
  usage: EngineUsage;
  timer: NodeJS.Timeout | undefined;
}

/**
 * What the documents of an answer say, as an engine's events. The answer is whole with a reason to finish or with `[DONE]`, whichever comes;
 * with neither it throws, as for errors inside.
 */
export async function* readAnswer(
  frames: AsyncIterable<Frame>,
  options: ReadOptions,
): AsyncGenerator<EngineEvent, void> {
  const ending: Ending = {
    finish: undefined,
    isDone: false,
    hasText: false,
    usage: {},
    timer: undefined,
  };
  try {
    yield* readTokens(frames, options, ending);
  } catch (error) {
    options.signal.throwIfAborted();
    // What happens to the connection while the numbers are waited for spoils nothing.
    if (ending.finish === undefined) throw error;
  } finally {
    clearTimeout(ending.timer);
  }
  yield createEnd(ending, options);
}

async function* readTokens(
  frames: AsyncIterable<Frame>,
  options: ReadOptions,
  ending: Ending,
): AsyncGenerator<EngineEvent, void> {
  for await (const frame of frames) {
    // Documents that came together with one that was read before the abort are still here.
    options.signal.throwIfAborted();
    const chunk = readFrame(frame, ending, options);
    if (!chunk) return;
    if (chunk.thought !== '') yield { type: 'thought', chars: chunk.thought.length };
    if (chunk.text !== '') yield { type: 'text', text: chunk.text };
    if (ending.finish !== undefined) ending.timer ??= setTimeout(options.close, usageWaitMs);
  }
}

/** Notes what a document says of the end; undefined when nothing can come after it. */
function readFrame({ data, isError }: Frame, ending: Ending, { fail }: ReadOptions): Chunk | undefined {
  if (data.trim() === '[DONE]') {
    ending.isDone = true;
    return undefined;
  }
  const json = parseJson(data);
  if (isError || isErrorDocument(json)) throw fail(describeErrorEvent(data, ending));
  const chunk = readChunk(json);
  if (!chunk) throw fail({ kind: 'unreadable' });
  ending.hasText ||= chunk.text !== '';
  ending.finish ??= chunk.finish;
  ending.usage = { ...ending.usage, ...chunk.usage };
  return chunk;
}

function describeErrorEvent(error: string, { hasText }: Ending): OpenaiFailure {
  if (!saysOverflow(error)) return { kind: 'error-event', error };
  return hasText ? { kind: 'incomplete', how: 'context-full' } : { kind: 'overflow' };
}

function createEnd(ending: Ending, { fail, context }: ReadOptions): EngineEvent {
  const { finish, isDone, usage } = ending;
  if (isCutPrompt(usage.inputTokens ?? 0, context)) throw fail({ kind: 'incomplete', how: 'prompt-cut' });
  const reason = finish ?? (isDone ? 'stop' : undefined);
  if (reason === undefined) throw fail({ kind: 'incomplete', how: 'no-finish' });
  const end = ends.get(reason);
  if (end === undefined) throw fail({ kind: 'incomplete', how: failures.get(reason) ?? 'aborted' });
  return { type: 'end', reason: end, usage };
}

/** The last two are text-generation-inference's. */
const ends: ReadonlyMap<string, 'stop' | 'length'> = new Map([
  ['stop', 'stop'],
  ['length', 'length'],
  ['eos_token', 'stop'],
  ['stop_sequence', 'stop'],
]);

const failures: ReadonlyMap<string, Incompleteness> = new Map([
  ['content_filter', 'filtered'],
  ['tool_calls', 'tool'],
  ['function_call', 'tool'],
]);

/**
 * Ollama's /v1 and LM Studio cut a prompt that does not fit without a word; it then takes the whole context. How large that is they do not tell,
 * but it nearly always is a power of two, which a prompt that was not cut hits once in thousands of times.
 */
function isCutPrompt(inputTokens: number, { tokens, isTold }: ReadOptions['context']): boolean {
  if (inputTokens >= tokens) return true;
  return !isTold && inputTokens >= smallestContextTokens && Number.isInteger(Math.log2(inputTokens));
}

/** No server gives a model less unless somebody says so. */
const smallestContextTokens = 2048;
