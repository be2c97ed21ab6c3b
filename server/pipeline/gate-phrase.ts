/**
 * A wording that may stand at an offset of a text. Functions, not regular expressions: those for the wordings of a pair of languages are so large
 * that compiling them would hold up the first translation by a quarter of a second.
 */
export type Phrase = (text: string, start: number) => Reach;

/** How far a text follows a wording. */
interface Reach {
  /** Where the wording may end in the text; of several forms the one to be preferred first. Empty when none is there. */
  readonly ends: readonly number[];
  /** Whether the text ends within the wording or with it, so that it may still become it, or a longer form of it. */
  readonly isBegun: boolean;
}

/** A wording that a text may begin with. */
export interface Opening {
  /** Whether the text may still become the wording, or a longer form of it. */
  isBegun(text: string): boolean;
  /** How many characters of the text are the wording; 0 when it begins otherwise. */
  measure(text: string): number;
}

const absent: Reach = { ends: [], isBegun: false };
const begun: Reach = { ends: [], isBegun: true };

/** Exactly these words; a space stands for any single space, an apostrophe for any apostrophe. Case doesn't matter. */
export function words(text: string): Phrase {
  return anyWords(text);
}

/** One of several wordings; of those that begin one another, the longest that is there. */
export function anyWords(...texts: string[]): Phrase {
  const byFirst = new Map<string, string[]>();
  for (const folded of texts.map(fold).toSorted((a, b) => b.length - a.length)) {
    const alike = byFirst.get(folded.charAt(0)) ?? [];
    byFirst.set(folded.charAt(0), [...alike, folded]);
  }
  return (text, start) => {
    if (start === text.length) return texts.length > 0 ? begun : absent;
    const candidates = byFirst.get(foldUnit(text.charAt(start)));
    return candidates ? join(candidates.map((folded) => follow(folded, text, start))) : absent;
  };
}

function follow(folded: string, text: string, start: number): Reach {
  for (let index = 0; index < folded.length; index += 1) {
    if (start + index === text.length) return begun;
    if (foldUnit(text.charAt(start + index)) !== folded.charAt(index)) return absent;
  }
  const end = start + folded.length;
  return { ends: [end], isBegun: end === text.length };
}

/** At most `max` characters of a class, as a regular expression writes it. */
export function upTo(max: number, characterClass: string): Phrase {
  return between(0, max, characterClass);
}

/** From `min` to `max` characters of a class. */
export function between(min: number, max: number, characterClass: string): Phrase {
  const pattern = new RegExp(`${characterClass}{0,${max}}`, 'uy');
  return (text, start) => {
    pattern.lastIndex = start;
    const run = pattern.exec(text)?.[0] ?? '';
    const ends = [start];
    let end = start;
    for (const character of run) ends.push((end += character.length));
    return { ends: ends.slice(min).reverse(), isBegun: end === text.length };
  };
}

/** One phrase after the other. */
export function inOrder(...phrases: Phrase[]): Phrase {
  return phrases.reduceRight((rest, phrase) => (text, start) => {
    const { ends, isBegun } = phrase(text, start);
    if (ends.length === 0) return isBegun ? begun : absent;
    const reaches = ends.map((end) => rest(text, end));
    return join(isBegun ? [...reaches, begun] : reaches);
  });
}

/** One phrase of several, of none nothing. Where one begins another, the longer must come first. */
export function anyOf(...phrases: Phrase[]): Phrase {
  return (text, start) => join(phrases.map((phrase) => phrase(text, start)));
}

/** The phrase or nothing. */
export function optional(phrase: Phrase): Phrase {
  return anyOf(phrase, (text, start) => ({ ends: [start], isBegun: start === text.length }));
}

function join(reaches: readonly Reach[]): Reach {
  const found = reaches.filter((reach) => reach !== absent);
  if (found.length <= 1) return found[0] ?? absent;
  return {
    ends: [...new Set(found.flatMap(({ ends }) => ends))],
    isBegun: found.some(({ isBegun }) => isBegun),
  };
}

/** Longer than any phrase. */
const maxChars = 400;

/** The phrase at the start of a text. */
export function toOpening(phrase: Phrase): Opening {
  return {
    isBegun: (text) => text.length < maxChars && phrase(text, 0).isBegun,
    measure: (text) => phrase(text.slice(0, maxChars), 0).ends[0] ?? 0,
  };
}

function fold(text: string): string {
  return text.split('').map(foldUnit).join('');
}

/** Case is folded as in regular expressions: https://tc39.es/ecma262/#sec-runtime-semantics-canonicalize-ch. */
function foldUnit(unit: string): string {
  if (unit === '\u00a0' || unit === '\u202f') return ' ';
  if (unit === '’') return "'";
  const upper = unit.toUpperCase();
  const losesSign = unit > '\u007f' && upper <= '\u007f';
  return upper.length === 1 && !losesSign ? upper : unit;
}
