/**
 * What a translation keeps as it is, and what says nothing about a language. All patterns take linear time: what may be long is bounded or
 * begins at a place that cannot lie within another match.
 */

/**
 * Code between fences or backticks, which may also be mistyped apostrophes, and words that only programs use: `snake_case`, `--flag`,
 * `call()`. Sentences between backticks are none, nor are German words for all genders (`Kolleg_innen`, `jede_r`), nor one word behind two
 * dashes at the beginning of a text.
 */
const fencedCode = '```[^]*?```';
const prose = "(?!` ?\\p{Lu}\\p{Ll}*(?:,? \\p{L}[\\p{L}\\p{M}'’]*){2,60}[.!?…]? ?`)";
const inlineCode = `(?<![A-Za-z\\u00c0-\\u024f\`])${prose}(?:\`\`[^\`\\n]{1,1000}\`\`|\`[^\`\\n]{1,1000}\`)(?![A-Za-z\\u00c0-\\u024f\`])`;
const genderedWord = '(?!(?:\\p{Lu}\\p{L}{0,60}_(?:in|innen)|\\p{L}{1,60}_(?:r|n|e))(?![\\p{L}\\p{N}_]))';
const codeWord = `(?<![\\p{L}\\p{N}_.@/-])(?:${genderedWord}[A-Za-z]\\w{0,60}_\\w{1,60}(?:\\(\\))?|(?<!^)--[A-Za-z][\\w-]{1,60}|--[A-Za-z]\\w{0,60}-[\\w-]{1,60}|[A-Za-z][\\w.]{0,60}\\(\\))(?![\\p{L}\\p{N}_-])`;

/**
 * Addresses of pages as far as they are ASCII, without the punctuation of the sentence around them: behind them Chinese goes on without a
 * space. A name without a scheme counts only with an ending that is no word (`example.com`).
 */
const urlCharacters = "[\\w\\-.~:/?#@!$&'*+,;=%()[\\]]";
const urlEnd = '[\\w/=&#%~+@$-]';
const webAddress = `(?<![A-Za-z\\d])(?:[A-Za-z][A-Za-z\\d+.-]{1,15}://|www\\.)${urlCharacters}{0,2000}${urlEnd}`;
const domain = `(?<![\\w@./-])(?:[A-Za-z\\d][A-Za-z\\d-]{0,62}\\.){1,4}(?:com|org|net|edu|gov|io|info|dev)(?![\\w@-]|\\.\\w)(?:/${urlCharacters}{0,2000}${urlEnd})?`;
const mailbox = '(?<![\\w.+-])(?:mailto:)?[\\w.+-]{1,64}@[A-Za-z\\d-]{1,63}(?:\\.[A-Za-z\\d-]{1,63}){1,5}';

/** Places that a program fills: `{{name}}`, `{0}`, `${x}`, `%(name)s`, `%1$s`, `%s`, `%@`; and numbered tags: `<1>`, `</1>`, `<2/>`. */
const placeholder = [
  '\\{\\{\\s{0,3}[\\w.$-]{1,60}\\s{0,3}\\}\\}',
  '\\$?\\{[\\w.$-]{0,60}\\}',
  '%\\(\\w{1,60}\\)[a-z]',
  '(?<![\\d%])%(?:\\d{1,2}\\$)?[-+#0]?\\d{0,2}(?:\\.\\d{1,2})?(?:l{0,2}[sdifuxXcge]|@)(?![\\p{L}\\d])',
  '</?\\d{1,3}/?>',
].join('|');

/** Global patterns, one a kind; used with `match`, `matchAll` and `replace` only, which don't keep their place. */
export const fixedParts = {
  fencedCode: new RegExp(fencedCode, 'gu'),
  inlineCode: new RegExp(inlineCode, 'gu'),
  codeWord: new RegExp(codeWord, 'gu'),
  webAddress: new RegExp(`${webAddress}|${domain}`, 'gu'),
  mailbox: new RegExp(mailbox, 'gu'),
  placeholder: new RegExp(placeholder, 'gu'),
} as const;

/** In this order: what is code isn't an address, and what is an address has no placeholders. */
const anyFixedPart = new RegExp(
  [fencedCode, inlineCode, mailbox, webAddress, domain, placeholder, codeWord].join('|'),
  'gu',
);

/** Every fixed part has one of its kind's. Most texts have none of them, and this is found out ten times as fast. */
const traces = {
  code: /[`_]|--|\(\)/,
  address: /@|:\/\/|www\.|\.(?:com|org|net|edu|gov|io|info|dev)/,
  placeholder: /[{%<]/,
} as const;
const anyTrace = new RegExp(
  Object.values(traces)
    .map(({ source }) => source)
    .join('|'),
);

/** Whether it is worth while to look for fixed parts of a kind in a text: false where there are none. */
export function mayHave(kind: keyof typeof traces, text: string): boolean {
  return traces[kind].test(text);
}

/** A text with a space in place of each address, placeholder and piece of code. */
export function removeFixedParts(text: string): string {
  return anyTrace.test(text) ? text.replace(anyFixedPart, ' ') : text;
}
