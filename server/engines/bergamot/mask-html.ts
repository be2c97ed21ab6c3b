import { getHtmlText, writeHtmlTokens, type HtmlToken } from './html-tokens.ts';
import { maskText, type MaskedText } from './mask-text.ts';
import { findProtectedSpans } from './protected-spans.ts';
import { simplifyTypography } from './typography.ts';

interface MaskOptions {
  /** Whether numbers are masked too. */
  numbers: boolean;
}

/** What a placeholder stands for; other tokens stand for themselves. */
type MaskedToken = HtmlToken & { original?: string };

/**
 * HTML in which words like `X1` stand for what the models would destroy: signs and code as in plain text, with the element around them when
 * there is nothing else in it, and elements that are not translated. The rest has plain signs. `unmaskText` puts all back.
 */
export function maskHtml(tokens: readonly HtmlToken[], options: MaskOptions): MaskedText {
  const { letters } = maskText(getHtmlText(tokens), []);
  const masks: MaskedText['masks'][number][] = [];
  const masked = maskTokens(tokens, options);
  const html = masked.map((token, i) => {
    if (token.original === undefined) return writeHtmlTokens([token]);
    const next = masked[i + 1];
    const isSpacedBefore = /[^\s("'[]$/.test(masked[i - 1]?.text ?? '');
    const isSpacedAfter = next?.original !== undefined || /^[^\s.,;:!?)"'\]]/.test(next?.text ?? '');
    masks.push({ original: token.original, isSpacedBefore, isSpacedAfter });
    return `${isSpacedBefore ? ' ' : ''}${letters}${masks.length}${isSpacedAfter ? ' ' : ''}`;
  });
  return { text: html.join(''), masks, pieces: [getHtmlText(tokens)], letters };
}

function maskTokens(tokens: readonly HtmlToken[], options: MaskOptions): MaskedToken[] {
  const masked: MaskedToken[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const [token, inner, close] = tokens.slice(i, i + 3);
    if (!token) break;
    if (token.type === 'open' && close?.type === 'close' && isProtected(inner, options)) {
      masked.push(mask(tokens.slice(i, i + 3)));
      i += 2;
    } else if (token.tag.startsWith('<code')) masked.push(mask([token]));
    else masked.push(...(token.type === 'text' ? maskSpans(token.text, options) : [token]));
  }
  return masked;
}

function mask(tokens: readonly HtmlToken[]): MaskedToken {
  return { ...createText(''), original: writeHtmlTokens(tokens) };
}

function isProtected(token: HtmlToken | undefined, options: MaskOptions): boolean {
  if (token?.type !== 'text') return false;
  const [span] = findProtectedSpans(token.text, options);
  return span?.start === 0 && span.end === token.text.length;
}

function maskSpans(text: string, options: MaskOptions): MaskedToken[] {
  const tokens: MaskedToken[] = [];
  let end = 0;
  for (const span of findProtectedSpans(text, options)) {
    tokens.push(createText(simplifyTypography(text.slice(end, span.start))));
    tokens.push(mask([createText(text.slice(span.start, span.end))]));
    end = span.end;
  }
  return [...tokens, createText(simplifyTypography(text.slice(end)))];
}

function createText(text: string): HtmlToken {
  return { type: 'text', tag: '', text };
}
