import * as z from 'zod/mini';
import { parseJson } from '../parse-json.ts';
import { errorSchema, type Fail } from './ollama-fetch.ts';

/** A line longer than this is none of Ollama's: a token and some numbers fit many times over. */
const maxLineChars = 1_000_000;

/** What we read of a line of /api/chat; with the defaults it has the shape that the package's types promise. */
const lineSchema = z.object({
  message: z._default(z.object({ content: z._default(z.string(), ''), thinking: z.optional(z.string()) }), {
    content: '',
  }),
  done: z._default(z.boolean(), false),
  done_reason: z.optional(z.string()),
  prompt_eval_count: z.optional(z.number()),
  eval_count: z.optional(z.number()),
  load_duration: z.optional(z.number()),
});

/**
 * Passes on the lines of a /api/chat answer and throws what is wrong with it: an error line, a line that is no JSON of Ollama's, an end
 * before the line that says `done`. The `ollama` package would print unreadable lines, text and all, and go on.
 */
export async function* checkLines(
  body: AsyncIterable<Uint8Array>,
  fail: Fail,
): AsyncGenerator<Uint8Array, void> {
  const encoder = new TextEncoder();
  for await (const line of splitLines(body, fail)) {
    const checked = checkLine(line, fail);
    yield encoder.encode(`${JSON.stringify(checked)}\n`);
    if (checked.done) return;
  }
  throw fail({ kind: 'incomplete', how: 'no-done' });
}

async function* splitLines(body: AsyncIterable<Uint8Array>, fail: Fail): AsyncGenerator<string> {
  // Not fatal: bytes that are no UTF-8 break the JSON or show as U+FFFD, and lose no more than themselves.
  const decoder = new TextDecoder();
  let rest = '';
  for await (const bytes of body) {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > maxLineChars) throw fail({ kind: 'unreadable' });
    yield* lines.filter((line) => line.trim() !== '');
  }
  // What is left without a line end is a last line, or the beginning of one that never came whole.
  if (parseJson(rest) !== undefined) yield rest;
}

function checkLine(line: string, fail: Fail): z.infer<typeof lineSchema> {
  const json = parseJson(line);
  const error = readError(json);
  if (error !== undefined) throw fail({ kind: 'error-line', error });
  const { data } = lineSchema.safeParse(json);
  if (!data) throw fail({ kind: 'unreadable' });
  return data;
}

/** The schema is asked only where there is an `error`: its own error would be made for every token that has none. */
function readError(json: unknown): string | undefined {
  const hasError = typeof json === 'object' && json !== null && 'error' in json;
  return hasError ? errorSchema.safeParse(json).data?.error : undefined;
}
