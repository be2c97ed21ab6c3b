import type { PromptRequest } from './prompt.ts';
import { toOneLine } from './to-one-line.ts';

/** UTF-16 units of each that are worth their time: what is nearest to the text helps most, and a page may send whole chapters. */
const maxChars = { title: 200, before: 600, after: 300 };

/**
 * What stands around the text: nearest to it, and on a line each, so that nothing in it looks like a line of ours. An empty string for
 * what is missing.
 */
export function getContext({ context = {} }: PromptRequest): Record<'title' | 'before' | 'after', string> {
  const { title = '', before = '', after = '' } = context;
  return {
    title: takeStart(toOneLine(title), maxChars.title),
    before: takeEnd(toOneLine(before), maxChars.before),
    after: takeStart(toOneLine(after), maxChars.after),
  };
}

/** Without the word that is cut through: half of one can be a control token, as `/think` is of `/thinking`. */
function takeStart(line: string, chars: number): string {
  return line.length <= chars
    ? line
    : line
        .slice(0, chars)
        .replace(/[\p{L}\p{N}_]*\p{Cs}?$/u, '')
        .trimEnd();
}

function takeEnd(line: string, chars: number): string {
  return line.length <= chars
    ? line
    : line
        .slice(-chars)
        .replace(/^\p{Cs}?[\p{L}\p{N}_]*/u, '')
        .trimStart();
}
