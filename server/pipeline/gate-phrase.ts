/** A wording in two regular expressions: the whole of it, and every beginning of it. */
export interface Phrase {
  readonly whole: string;
  readonly begun: string;
}

/** A wording that a text may begin with. */
export interface Opening {
  /** Whether the text may still become the wording, or a longer form of it. */
  isBegun(text: string): boolean;
  /** How many characters of the text are the wording; 0 when it begins otherwise. */
  measure(text: string): number;
}

/** Exactly these words; a space stands for any single space, an apostrophe for any apostrophe. Case doesn't matter. */
export function words(text: string): Phrase {
  const letters = Array.from(text, toPattern);
  return {
    whole: letters.join(''),
    begun: letters.reduceRight((rest, letter) => `(?:${letter}${rest})?`, ''),
  };
}

/** At most `max` characters of a class. */
export function upTo(max: number, characterClass: string): Phrase {
  const run = `${characterClass}{0,${max}}`;
  return { whole: run, begun: run };
}

/** One phrase after the other. */
export function inOrder(...phrases: Phrase[]): Phrase {
  return phrases.reduceRight((rest, phrase) => ({
    whole: phrase.whole + rest.whole,
    begun: `(?:${phrase.begun}|${phrase.whole}${rest.begun})`,
  }));
}

const nothing: Phrase = { whole: '(?!)', begun: '(?!)' };

/** One phrase of several, of none nothing. Where one begins another, the longer must come first. */
export function anyOf(...phrases: Phrase[]): Phrase {
  if (phrases.length === 0) return nothing;
  return {
    whole: `(?:${phrases.map(({ whole }) => whole).join('|')})`,
    begun: `(?:${phrases.map(({ begun }) => begun).join('|')})`,
  };
}

/** One of several wordings. */
export function anyWords(...texts: string[]): Phrase {
  return anyOf(...texts.toSorted((a, b) => b.length - a.length).map(words));
}

/** The phrase or nothing. */
export function optional({ whole, begun }: Phrase): Phrase {
  return { whole: `(?:${whole})?`, begun };
}

/** Longer than any phrase. */
const maxChars = 400;

/** The phrase at the start of a text. */
export function toOpening({ whole, begun }: Phrase): Opening {
  const wholePattern = new RegExp(`^${whole}`, 'iu');
  const begunPattern = new RegExp(`^${begun}$`, 'iu');
  return {
    isBegun: (text) => text.length < maxChars && begunPattern.test(text),
    measure: (text) => wholePattern.exec(text.slice(0, maxChars))?.[0].length ?? 0,
  };
}

function toPattern(letter: string): string {
  if (letter === ' ') return '[ \\u00a0\\u202f]';
  if (letter === "'") return "['’]";
  return letter.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
}
