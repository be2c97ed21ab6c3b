import { escapeText, unescapeText } from './escape-text.ts';
import type { AnswerPart } from './numbered-tags.ts';
import type { CorePart } from './read-core.ts';

/**
 * A run for an engine that carries tags over by itself. It gets no attribute of the source, only elements that it knows for what they are: `b`
 * around words, `code` for a word that is not translated, `img` and `br` for what has no words.
 */
export function writeNative(parts: readonly CorePart[]): string {
  return parts
    .map((part) => {
      if (part.type === 'text') return escapeText(part.text);
      if (part.type === 'close') return '</b>';
      const { number, name, text } = part.tag;
      if (part.type === 'open') return `<b id="${number}">`;
      if (text !== '') return `<code id="${number}">${escapeText(text)}</code>`;
      return name === 'br' ? `<br id="${number}">` : `<img id="${number}">`;
    })
    .join('');
}

const nativeTag = /<code id="(\d+)">[^<]*<\/code>|<(?:img|br) id="(\d+)"\s?\/?>|<b id="(\d+)">|<\/b>/g;

/** Reads such an engine's answer back. */
export function readNative(answer: string): AnswerPart[] {
  const parts: AnswerPart[] = [];
  let end = 0;
  for (const { 0: raw, 1: word, 2: sign, 3: open, index } of answer.matchAll(nativeTag)) {
    parts.push({ type: 'text', text: unescapeText(answer.slice(end, index)) });
    const atom = word ?? sign;
    if (atom !== undefined) parts.push({ type: 'atom', number: Number(atom) });
    else if (open !== undefined) parts.push({ type: 'open', number: Number(open) });
    else parts.push({ type: 'close', number: undefined });
    end = index + raw.length;
  }
  parts.push({ type: 'text', text: unescapeText(answer.slice(end)) });
  return parts;
}
