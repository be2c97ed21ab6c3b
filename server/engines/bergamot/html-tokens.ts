import { escapeText, unescapeText } from '../../markup/escape-text.ts';

/** A piece of HTML: a tag, or text with its references decoded. An element whose words stay as they are is one tag. */
export interface HtmlToken {
  type: 'text' | 'open' | 'close' | 'void';
  /** Empty for text. */
  tag: string;
  text: string;
}

const token = /<code\b[^>]*>[^<]*<\/code>|<[^>]*>|[^<]+/g;

/** Reads the plain HTML that a call carries: no comments, no scripts, no `>` in an attribute. */
export function readHtmlTokens(html: string): HtmlToken[] {
  return Array.from(html.matchAll(token), ([raw]) => {
    if (!raw.startsWith('<')) return { type: 'text', tag: '', text: unescapeText(raw) };
    return { type: getTagType(raw), tag: raw, text: '' };
  });
}

function getTagType(tag: string): HtmlToken['type'] {
  if (tag.startsWith('</')) return 'close';
  return /^<(?:code|img|br)\b/.test(tag) ? 'void' : 'open';
}

/** The same as HTML again. */
export function writeHtmlTokens(tokens: readonly HtmlToken[]): string {
  return tokens.map(({ tag, text }) => tag + escapeText(text)).join('');
}

/** The text of tokens, without tags. */
export function getHtmlText(tokens: readonly HtmlToken[]): string {
  return tokens.map(({ text }) => text).join('');
}

/** The same with the words of elements that stay as they are. */
export function getAllWords(tokens: readonly HtmlToken[]): string {
  return tokens
    .map(({ tag, text }) => (tag.startsWith('<code') ? unescapeText(tag.replace(/<[^>]*>/g, '')) : text))
    .join('');
}
