import { setTimeout as delay } from 'node:timers/promises';
import type { Behaviour, ChatBody, Exchange } from './ollama-exchange.ts';

/** The same for every request, or made from what was asked. */
export type Tokens = Iterable<string> | ((body: ChatBody) => Iterable<string>);

interface AnswerOptions {
  /** Tokens in the thinking field before the first token of text. */
  thoughts?: Iterable<string>;
  /** How long the model takes for one token. Default 0: one a turn of the event loop. */
  tokenMs?: number;
  /** Fields of the last line that differ from an ordinary one. */
  done?: Record<string, unknown>;
}

/** Streams an ordinary answer: a line a token, each in a write of its own, then the line that says it is done. */
export function answers(tokens: Tokens, options: AnswerOptions = {}): Behaviour {
  return async (exchange) => {
    await generate(exchange, tokens, options);
    await exchange.write(doneLine(exchange, options.done));
    await exchange.end();
  };
}

/** The part of an answer before its last line. */
export async function generate(
  exchange: Exchange,
  tokens: Tokens,
  options: AnswerOptions = {},
): Promise<void> {
  const { thoughts = [], tokenMs = 0 } = options;
  exchange.head(200, { 'Content-Type': 'application/x-ndjson' });
  for (const line of chatLines(exchange, tokens, thoughts)) {
    await delay(tokenMs, undefined, { signal: exchange.gone });
    exchange.request.tokensWritten += 1;
    await exchange.write(line);
  }
}

/** All lines of a finite answer, for behaviours that cut them up in their own way. */
export function wholeAnswer(exchange: Exchange, tokens: Tokens): string[] {
  const lines = [...chatLines(exchange, tokens, [])];
  exchange.request.tokensWritten += lines.length;
  return [...lines, doneLine(exchange)];
}

function* chatLines(
  { request: { body } }: Exchange,
  tokens: Tokens,
  thoughts: Iterable<string>,
): Generator<string> {
  for (const thinking of thoughts)
    yield formatLine(body, { message: { role: 'assistant', content: '', thinking } });
  for (const content of typeof tokens === 'function' ? tokens(body ?? {}) : tokens) {
    yield formatLine(body, { message: { role: 'assistant', content } });
  }
}

export function doneLine({ request }: Exchange, fields: Record<string, unknown> = {}): string {
  return formatLine(request.body, {
    message: { role: 'assistant', content: '' },
    done: true,
    done_reason: 'stop',
    total_duration: 150_804_130,
    load_duration: 29_649_626,
    prompt_eval_count: 48,
    prompt_eval_duration: 13_980_806,
    eval_count: request.tokensWritten,
    eval_duration: 101_544_834,
    ...fields,
  });
}

function formatLine(body: ChatBody | undefined, fields: Record<string, unknown>): string {
  return `${JSON.stringify({ model: body?.model, created_at: new Date().toISOString(), done: false, ...fields })}\n`;
}
