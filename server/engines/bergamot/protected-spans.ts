import type { Span } from '../../segments/unbroken-spans.ts';
import { knownCharacters, simplifiedCharacters } from './known-characters.ts';
import { emoji, emoticon, reference } from './sign-patterns.ts';

const passing = knownCharacters + simplifiedCharacters;
/** Anything else that the models do not know and code does not begin with. */
const sign = String.raw`(?:(?![${passing}\p{L}\p{M}\p{Cf}\u0060{}<@#~\\^]|${emoji})[^])`;
const number = String.raw`\d+(?:[.,]\d+)*`;
const inToken = String.raw`[^\s\p{Cc}"'“”‘’()\[\],;]`;
const tokenEnd = String.raw`[^\s\p{Cc}"'“”‘’()\[\],;.:!?…]`;

/**
 * Words too long for any language. Before all else, and without anything that could fail behind it: the patterns below try each place of
 * a word, so that a very long one would take them forever.
 */
const longWord = String.raw`(?<long>[^\s\p{Cc}]{60,})`;

/** What programs read. A sentence never ends inside of it. In order: of two that begin at the same place the first wins. */
const codePatterns = [
  longWord,
  // Code between backticks, which may also be mistyped apostrophes.
  "```[^]*?```|(?<![\\p{L}`])(?:``(?:(?!'')[^`\\r\\n])+``|`[^`\\r\\n]+`)(?!`)",
  // Addresses of pages and mailboxes, without the punctuation of the sentence around them.
  String.raw`(?:\b[a-z][a-z\d+.\-]*:\/\/|\bwww\.|\bmailto:)[^\s\p{Cc}]*[^\s\p{Cc}.,;:!?'"’”)\]}>*_…]`,
  String.raw`[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+`,
  // Placeholders of message formats: {{name}}, {0}, ${x}, {n, plural, other {# files}}, %(name)s, %1$s, %s.
  String.raw`\{\{[^{}]*\}\}|\$?\{(?:[^{}\r\n]|\{[^{}\r\n]*\})*\}`,
  String.raw`%\(\w+\)[a-z]|%(?:\d+\$)?(?:\.\d+)?[sdifuxc@](?![\p{L}\d])`,
  // Markup.
  String.raw`<\/?[a-z][^<>]*>|&(?:#\d+|#x[\da-f]+|[a-z]+\d*);`,
  // Words with signs of programs: @name, #tag, C#, ~/folder, a\b, a^2, snake_case.
  String.raw`${inToken}*(?:[@#~\\^{}]|\w_\w)(?:${inToken}*${tokenEnd})?`,
];

const signPatterns = [
  reference,
  emoji,
  emoticon,
  // Numbers with signs that the models do not know: €50, 50 €, 5 × 3, ½.
  String.raw`(?:${number} ?)?${sign}+(?: ${sign}+)* ?${number}|${number} ?${sign}+`,
];

const plainNumber = String.raw`(?<![\p{L}\d.,])(?:(?:[A-Z]{1,2})?\$ ?)?\d+(?:[.,:\/\-]\d+)*%?(?![\p{L}\d])`;

/** A word may hold letters of any script; most of them pass, see `isForeign`. */
const word = String.raw`(?<word>[\p{L}\p{M}\p{N}]+(?:['’´\u0060\-][\p{L}\p{M}\p{N}]+)*)`;
const other = `[^${passing}]`;

const code = createPattern(codePatterns);
const alwaysProtected = createPattern([...codePatterns, ...signPatterns, word, other]);
const anyProtected = createPattern([...codePatterns, ...signPatterns, plainNumber, word, other]);
const passingWord = new RegExp(`^[${passing}]*$`, 'u');
const finalSigns = /(?<![.,;:!?'"’”)\]}>*_…])[.,;:!?'"’”)\]}>*_…]+$/;
const accents = /[\u0300-\u036f]/g;

/** Finds what programs read: code, addresses, placeholders. */
export function findCodeSpans(text: string): Span[] {
  return findSpans(text, code);
}

/** Finds what the models would destroy; with `numbers` also what they only sometimes do. Spans are in order and never touch. */
export function findProtectedSpans(text: string, { numbers = false } = {}): Span[] {
  const spans: Span[] = [];
  for (const span of findSpans(text, numbers ? anyProtected : alwaysProtected)) {
    const last = spans.at(-1);
    // Neighbours become one: a phrase in another script is one name to the model, not one a word.
    if (last && /^ ?$/.test(text.slice(last.end, span.start))) last.end = span.end;
    else spans.push(span);
  }
  return spans;
}

function findSpans(text: string, pattern: RegExp): Span[] {
  const spans: Span[] = [];
  for (const { 0: match, index, groups = {} } of text.matchAll(pattern)) {
    const isWord = groups['word'] !== undefined;
    if (isWord && !isForeign(match)) continue;
    // The end of the sentence is not the end of its last word.
    const length = groups['long'] === undefined ? match.length : match.replace(finalSigns, '').length;
    if (length > 0) spans.push({ start: index, end: index + length });
  }
  return spans;
}

/**
 * Whether a word holds letters that the models do not know. Small Latin letters with accents do not count, they can go without (naïve);
 * in a name they do (Zoë).
 */
function isForeign(match: string): boolean {
  const word = match.replace(/[`´]/g, "'");
  if (passingWord.test(word)) return false;
  return !/^\p{Ll}/u.test(word) || !passingWord.test(word.normalize('NFD').replace(accents, ''));
}

function createPattern(choices: readonly string[]): RegExp {
  return new RegExp(choices.join('|'), 'giu');
}
