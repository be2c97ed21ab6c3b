import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Tokens } from './ollama-answers.ts';
import type { Behaviour, Exchange } from './ollama-exchange.ts';
import { answersJson } from './ollama-misfortunes.ts';
import { formatDelta, generate, streams, wholeStream } from './openai-answers.ts';

// Each behaviour is one misfortune, named after what the server does; those that every HTTP server may meet are Ollama's.

/** An error as most of these servers say it. */
export function refuses(status: number, message: string): Behaviour {
  return answersJson(status, { error: { message, type: 'BadRequestError', param: null, code: status } });
}

/** Refuses requests with any of these fields as long as they come, in the words that `describe` finds; else it does as told. */
export function refusesFields(
  fields: readonly string[],
  describe: (field: string) => Behaviour,
  then: Behaviour = streams(['Olá', '!']),
): Behaviour {
  return async (exchange) => {
    const field = fields.find((name) => name in (exchange.request.body ?? {}));
    await (field === undefined ? then : describe(field))(exchange);
  };
}

export function endsWithoutFinish(tokens: Tokens): Behaviour {
  return streams(tokens, { finish: null, usage: null, done: false });
}

/** As llama-server, vLLM and SGLang do: the error is the data of an ordinary event. */
export function sendsError(tokens: Tokens, error: unknown): Behaviour {
  return startsThen(tokens, async (exchange) => {
    await exchange.write(`data: ${JSON.stringify(error)}\n\ndata: [DONE]\n\n`);
    await exchange.end();
  });
}

/** As LM Studio does: the error is an event of its own. */
export function sendsErrorEvent(tokens: Tokens, message: string): Behaviour {
  return startsThen(tokens, async (exchange) => {
    await exchange.write(`event: error\ndata: ${JSON.stringify({ error: { message } })}\n\n`);
    await exchange.end();
  });
}

export function sendsData(tokens: Tokens, data: string): Behaviour {
  return startsThen(tokens, async (exchange) => {
    await exchange.write(`data: ${data}\n\ndata: [DONE]\n\n`);
    await exchange.end();
  });
}

/** Megabytes without a line end. */
export function neverEndsLine(): Behaviour {
  return startsThen([], async (exchange) => {
    for (;;) await exchange.write('x'.repeat(1_000_000));
  });
}

export function stallsMidAnswer(tokens: Tokens): Behaviour {
  return startsThen(tokens, (exchange) => exchange.staySilent());
}

/** Sends signs of life, but no token. */
export function onlyPings(pingMs: number): Behaviour {
  return async (exchange) => {
    await generate(exchange, []);
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, pingMs));
      await exchange.write(`: ping\n\n${formatDelta({ content: '' })}`);
    }
  };
}

export function breaksMidAnswer(tokens: Tokens, how: 'cut' | 'reset'): Behaviour {
  return startsThen(tokens, (exchange) => {
    exchange.drop(how);
  });
}

/** The answer is whole, but the connection is not closed, or not well. */
export function saysFinishThen(tokens: Tokens, then: 'silence' | 'cut' | 'reset'): Behaviour {
  return startsThen(tokens, async (exchange) => {
    await exchange.write(formatDelta({}, 'stop'));
    if (then === 'silence') await exchange.staySilent();
    else exchange.drop(then);
  });
}

/** A server that knows no streaming. */
export function answersWhole(content: string, fields: Record<string, unknown> = {}): Behaviour {
  const choices = [{ index: 0, message: { role: 'assistant', content, ...fields }, finish_reason: 'stop' }];
  return answersJson(200, { choices, usage: { prompt_tokens: 48, completion_tokens: 2 } });
}

/** An ordinary answer whose bytes are written in pieces of this length. */
export function cutsEvents(tokens: Tokens, pieceBytes: number): Behaviour {
  return async (exchange) => {
    exchange.head(200, { 'Content-Type': 'text/event-stream' });
    const bytes = Buffer.from(wholeStream(exchange, tokens).join(''));
    for (let at = 0; at < bytes.length; at += pieceBytes) {
      await exchange.write(bytes.subarray(at, at + pieceBytes));
      await nextTurn();
    }
    await exchange.end();
  };
}

function startsThen(tokens: Tokens, then: (exchange: Exchange) => Promise<void> | void): Behaviour {
  return async (exchange) => {
    await generate(exchange, tokens);
    await then(exchange);
  };
}
