import { setTimeout as delay } from 'node:timers/promises';
import type { Tokens } from './ollama-answers.ts';
import type { Behaviour, Exchange } from './ollama-exchange.ts';

interface StreamOptions {
  /** Tokens of thinking before the first token of text. */
  thoughts?: Iterable<string>;
  /** What the server calls its thinking. Default `reasoning_content`. */
  thoughtField?: 'reasoning' | 'reasoning_content';
  /** How long the model takes for one token. Default 0: one a turn of the event loop. */
  tokenMs?: number;
  /** Why it ends; null: it does not say. Default `stop`. */
  finish?: string | null;
  /** The numbers of the chunk without choices; null: there is none. Default: 48 tokens of prompt, and as many of answer as there were. */
  usage?: Record<string, unknown> | null;
  /** Whether `[DONE]` comes last. Default true. */
  done?: boolean;
}

/** Streams an ordinary answer: an event a token, each in a write of its own, then why it ends, the numbers and `[DONE]`. */
export function streams(tokens: Tokens, options: StreamOptions = {}): Behaviour {
  return async (exchange) => {
    await generate(exchange, tokens, options);
    for (const event of listLastEvents(exchange, options)) await exchange.write(event);
    await exchange.end();
  };
}

/** The part of an answer before its end. */
export async function generate(
  exchange: Exchange,
  tokens: Tokens,
  options: StreamOptions = {},
): Promise<void> {
  exchange.head(200, { 'Content-Type': 'text/event-stream; charset=utf-8' });
  for (const event of listTokenEvents(exchange, tokens, options)) {
    await delay(options.tokenMs ?? 0, undefined, { signal: exchange.gone });
    exchange.request.tokensWritten += 1;
    await exchange.write(event);
  }
}

/** All events of a finite answer, for behaviours that cut them up in their own way. */
export function wholeStream(exchange: Exchange, tokens: Tokens, options: StreamOptions = {}): string[] {
  const events = [...listTokenEvents(exchange, tokens, options)];
  exchange.request.tokensWritten += events.length;
  return [...events, ...listLastEvents(exchange, options)];
}

function* listTokenEvents(
  { request }: Exchange,
  tokens: Tokens,
  { thoughts = [], thoughtField = 'reasoning_content' }: StreamOptions,
): Generator<string> {
  yield formatDelta({ role: 'assistant', content: '' });
  for (const thought of thoughts) yield formatDelta({ content: null, [thoughtField]: thought });
  for (const content of typeof tokens === 'function' ? tokens(request.body ?? {}) : tokens) {
    yield formatDelta({ content });
  }
}

function listLastEvents(
  { request }: Exchange,
  { finish = 'stop', usage, done = true }: StreamOptions,
): string[] {
  const counts = { prompt_tokens: 48, completion_tokens: request.tokensWritten - 1 };
  return [
    ...(finish === null ? [] : [formatDelta({}, finish)]),
    ...(usage === null ? [] : [formatEvent({ choices: [], usage: usage ?? counts })]),
    ...(done ? ['data: [DONE]\n\n'] : []),
  ];
}

export function formatDelta(delta: Record<string, unknown>, finish: string | null = null): string {
  return formatEvent({ choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }] });
}

export function formatEvent(fields: Record<string, unknown>): string {
  const common = { id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1, model: 'qwen3-8b' };
  return `data: ${JSON.stringify({ ...common, ...fields })}\n\n`;
}
