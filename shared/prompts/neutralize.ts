import { controlTokenStart } from './control-token-start.ts';
import type { PromptRequest } from './prompt.ts';

/** A request in which nothing can steer a model, and the way back from its answer. */
export interface NeutralRequest {
  request: PromptRequest;
  /** Undoes the changes in a piece of the answer, however the answer is cut. */
  restore: (piece: string) => string;
}

/** Invisible, without effect on the letters beside them, and rare in texts; the first is the word joiner. */
const marks = '\u2060\u2064\u2063\u2062\u2061\u206f\u206e\u206d\u206c\u206b\u206a';

/** After those: the private use area, 6,400 characters that no text has all of. */
const privateUse = { first: 0xe000, last: 0xf8ff };

/**
 * Takes their power from control tokens in every string of a request: one invisible character goes into each, so that no tokenizer knows
 * it and nobody reads it as an order. The character occurs nowhere in the request, so taking it out of the answer restores exactly what
 * was there, piece by piece, without state. A model may drop it: then a tag that the answer begins with can't be told from the model's own,
 * and only the source says whose it is. A request without control tokens stays as it is.
 */
export function neutralizeRequest(request: PromptRequest): NeutralRequest {
  const strings = getStrings(request);
  // `search` begins at the start, whatever `lastIndex` is.
  if (strings.every((string) => string.search(controlTokenStart) === -1)) {
    return { request, restore: (piece) => piece };
  }
  const mark = chooseMark(strings);
  return {
    request: mapStrings(request, (string) => string.replace(controlTokenStart, `$&${mark}`)),
    restore: (piece) => piece.replaceAll(mark, ''),
  };
}

function chooseMark(strings: readonly string[]): string {
  const used = new Set(strings.flatMap((string) => string.match(/[\u2060-\u206f\ue000-\uf8ff]/g) ?? []));
  const rare = Array.from(marks).find((mark) => !used.has(mark));
  if (rare !== undefined) return rare;
  let code = privateUse.first;
  while (code < privateUse.last && used.has(String.fromCharCode(code))) code += 1;
  return String.fromCharCode(code);
}

function getStrings(request: PromptRequest): string[] {
  const strings: string[] = [];
  mapStrings(request, (string) => {
    strings.push(string);
    return string;
  });
  return strings;
}

/** The request with every string that may come from a page changed; languages are tags of our own table. */
function mapStrings(request: PromptRequest, change: (string: string) => string): PromptRequest {
  const { text, context, instructions, glossary, faults } = request;
  return {
    ...request,
    text: change(text),
    ...(context && { context: mapValues(context, change) }),
    ...(instructions !== undefined && { instructions: change(instructions) }),
    ...(glossary && {
      glossary: glossary.map(({ source, target }) => ({ source: change(source), target: change(target) })),
    }),
    ...(faults && { faults: faults.map(change) }),
  };
}

function mapValues<T extends Record<string, string | undefined>>(
  record: T,
  change: (string: string) => string,
): T {
  const changed = Object.entries(record).map(([key, value]) => [
    key,
    value === undefined ? value : change(value),
  ]);
  return Object.fromEntries(changed) as T;
}
