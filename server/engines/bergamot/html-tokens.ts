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
    if (!raw.startsWith('<')) return { type: 'text', tag: '', text: decode(raw) };
    return { type: getTagType(raw), tag: raw, text: '' };
  });
}

function getTagType(tag: string): HtmlToken['type'] {
  if (tag.startsWith('</')) return 'close';
  return /^<(?:code|img|br)\b/.test(tag) ? 'void' : 'open';
}

/** The same as HTML again. */
export function writeHtmlTokens(tokens: readonly HtmlToken[]): string {
  return tokens.map(({ tag, text }) => tag + encode(text)).join('');
}

/** The text of tokens, without tags. */
export function getHtmlText(tokens: readonly HtmlToken[]): string {
  return tokens.map(({ text }) => text).join('');
}

/** The same with the words of elements that stay as they are. */
export function getAllWords(tokens: readonly HtmlToken[]): string {
  return tokens
    .map(({ tag, text }) => (tag.startsWith('<code') ? decode(tag.replace(/<[^>]*>/g, '')) : text))
    .join('');
}

const references = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function encode(text: string): string {
  return text.replace(/[&<>]/g, (sign) => references[sign as keyof typeof references]);
}

const signs: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function decode(html: string): string {
  return html.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => signs[name] ?? '');
}
