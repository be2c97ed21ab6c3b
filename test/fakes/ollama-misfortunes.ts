import { setImmediate as nextTurn } from 'node:timers/promises';
import { answers, doneLine, generate, type Tokens, wholeAnswer } from './ollama-answers.ts';
import type { Behaviour, Exchange } from './ollama-exchange.ts';

// Each behaviour is one misfortune, named after what the server does. They compose: `busyTimes(2, answers(['Olá']))`.

export function answersJson(status: number, body: unknown): Behaviour {
  return answersText(status, JSON.stringify(body), 'application/json; charset=utf-8');
}

export function fails(status: number, error: string): Behaviour {
  return answersJson(status, { error });
}

export function lacksModel(model: string): Behaviour {
  return fails(404, `model '${model}' not found`);
}

/** 503 for the first `times` requests, as a server with a full queue, then something else. */
export function busyTimes(times: number, then: Behaviour): Behaviour {
  const busy = fails(503, 'server busy, please try again.  maximum pending requests exceeded');
  return inTurn(...Array.from({ length: times }, () => busy), then);
}

/** The first request meets the first behaviour, and so on; all that follow meet the last. */
export function inTurn(...behaviours: [...Behaviour[], Behaviour]): Behaviour {
  let next = 0;
  return async (exchange) => {
    const behaviour = behaviours[Math.min(next, behaviours.length - 1)];
    next += 1;
    await behaviour?.(exchange);
  };
}

/** As while a model loads for ever. */
export function stallsBeforeHeaders(): Behaviour {
  return (exchange) => exchange.staySilent();
}

export function stallsMidStream(tokens: Tokens): Behaviour {
  return startsThen(tokens, (exchange) => exchange.staySilent());
}

/** The connection closes as when the server process is killed: no end of the body. */
export function diesHalfway(tokens: Tokens): Behaviour {
  return startsThen(tokens, (exchange) => {
    exchange.drop('cut');
  });
}

export function resetsHalfway(tokens: Tokens): Behaviour {
  return startsThen(tokens, (exchange) => {
    exchange.drop('reset');
  });
}

export function resetsBeforeHeaders(): Behaviour {
  return (exchange) => {
    exchange.drop('reset');
    return Promise.resolve();
  };
}

/** What 0.13.0 does after 30 equal tokens in a row. */
export function endsWithoutDone(tokens: Tokens): Behaviour {
  return startsThen(tokens, (exchange) => exchange.end());
}

export function sendsErrorLine(tokens: Tokens, error: string): Behaviour {
  return startsThen(tokens, async (exchange) => {
    await exchange.write(`${JSON.stringify({ error })}\n`);
    await exchange.end();
  });
}

export function sendsInvalidLine(tokens: Tokens, line: string): Behaviour {
  return startsThen(tokens, async (exchange) => {
    await exchange.write(`${line}\n${doneLine(exchange)}`);
    await exchange.end();
  });
}

export function reachesLengthLimit(tokens: Tokens): Behaviour {
  return answers(tokens, { done: { done_reason: 'length' } });
}

/** As servers do that know no `truncate: false`: the prompt is cut to num_ctx without a word. */
export function cutsPrompt(tokens: Tokens): Behaviour {
  return async (exchange) => {
    const numCtx = exchange.request.body?.options?.['num_ctx'];
    await answers(tokens, { done: { prompt_eval_count: numCtx } })(exchange);
  };
}

export function onlyThinks(thoughts: Iterable<string>): Behaviour {
  return answers([], { thoughts });
}

export function repeatsForever(token: string, tokenMs = 0): Behaviour {
  return answers(() => repeat(token), { tokenMs });
}

function* repeat(token: string): Generator<string> {
  for (;;) yield token;
}

export function tricklesBytes(tokens: Tokens): Behaviour {
  return cutsAnswer(tokens, (bytes) => bytes.keys());
}

/** Every character of more than one byte comes in two writes. */
export function splitsCharacters(tokens: Tokens): Behaviour {
  const leadByte = 0xc0;
  return cutsAnswer(tokens, (bytes) =>
    [...bytes.entries()].filter(([, byte]) => byte >= leadByte).map(([at]) => at + 1),
  );
}

export function joinsLines(tokens: Tokens): Behaviour {
  return cutsAnswer(tokens, () => []);
}

/** Every write has the end of one line and the beginning of the next. */
export function cutsLines(tokens: Tokens): Behaviour {
  const half = 40;
  const newline = 0x0a;
  return cutsAnswer(tokens, (bytes) =>
    [...bytes.entries()].filter(([, byte]) => byte === newline).map(([at]) => at - half),
  );
}

/** A web server that is no Ollama. */
export function answersHtml(status = 200): Behaviour {
  return answersText(
    status,
    '<!doctype html><title>Router</title><p>Please log in</p>\n',
    'text/html; charset=utf-8',
  );
}

export function redirects(location: string): Behaviour {
  return async (exchange) => {
    exchange.head(307, { Location: location });
    await exchange.end();
  };
}

export function answersText(status: number, body: string, type: string): Behaviour {
  return async (exchange) => {
    exchange.head(status, { 'Content-Type': type });
    await exchange.write(body);
    await exchange.end();
  };
}

function startsThen(tokens: Tokens, then: (exchange: Exchange) => Promise<void> | void): Behaviour {
  return async (exchange) => {
    await generate(exchange, tokens);
    await then(exchange);
  };
}

/** An ordinary answer whose bytes are written in pieces that begin at these places. */
function cutsAnswer(tokens: Tokens, findCuts: (bytes: Buffer) => Iterable<number>): Behaviour {
  return async (exchange) => {
    exchange.head(200, { 'Content-Type': 'application/x-ndjson' });
    const bytes = Buffer.from(wholeAnswer(exchange, tokens).join(''));
    const cuts = [0, ...[...findCuts(bytes)].filter((at) => at > 0), bytes.length];
    for (const [index, at] of cuts.slice(1).entries()) {
      await exchange.write(bytes.subarray(cuts[index], at));
      await nextTurn();
    }
    await exchange.end();
  };
}
