import { getAllWords, getHtmlText, readHtmlTokens, writeHtmlTokens, type HtmlToken } from './html-tokens.ts';
import { keepsNumbers } from './keeps-numbers.ts';
import { maskHtml } from './mask-html.ts';
import { unmaskText } from './mask-text.ts';
import { translateSentence, type TranslateTexts } from './translate-sentence.ts';
import { restoreTypography } from './typography.ts';

/** How plain texts and how HTML is translated. */
export interface HtmlTranslators {
  translateTexts: TranslateTexts;
  translateHtml: TranslateTexts;
}

/**
 * Translates a sentence of `splitHtml`. Its tags are carried over by the models' own alignment of words; a sentence that cannot be kept whole that
 * way comes back without them.
 */
export async function translateHtmlSentence(
  tokens: readonly HtmlToken[],
  { translateTexts, translateHtml }: HtmlTranslators,
): Promise<string> {
  const text = getHtmlText(tokens);
  if (!/\p{L}/u.test(text)) return writeHtmlTokens(tokens);
  const translatePlain = async (): Promise<string> =>
    writeHtmlTokens([
      { type: 'text', tag: '', text: await translateSentence(getAllWords(tokens), translateTexts) },
    ]);
  if (tokens.every(({ type }) => type === 'text')) return translatePlain();
  for (const numbers of [false, true]) {
    const translation = await translateMarkup(tokens, translateHtml, { numbers });
    if (translation && keepsNumbers(getHtmlText(translation), text)) return writeHtmlTokens(translation);
  }
  return translatePlain();
}

async function translateMarkup(
  tokens: readonly HtmlToken[],
  translate: TranslateTexts,
  options: { numbers: boolean },
): Promise<HtmlToken[] | undefined> {
  const masked = maskHtml(tokens, options);
  const [answer = ''] = await translate([masked.text]);
  const translation = unmaskText(answer, masked);
  return translation === undefined
    ? undefined
    : restoreSigns(readHtmlTokens(translation), getHtmlText(tokens));
}

/** Typographic signs again, where they stand for one letter each. */
function restoreSigns(tokens: readonly HtmlToken[], source: string): HtmlToken[] {
  const text = getHtmlText(tokens);
  const restored = restoreTypography(text, source);
  if (restored.length !== text.length) return [...tokens];
  let offset = 0;
  return tokens.map((token) => ({ ...token, text: restored.slice(offset, (offset += token.text.length)) }));
}
