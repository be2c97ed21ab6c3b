import { hasHalf } from './has-half.ts';
import { hasMagnitude } from './magnitudes.ts';
import { hasNumberWord } from './has-number-word.ts';
import { hasRoman } from './has-roman.ts';
import { readNumbers, stripZeros, writeValue, type NumberToken } from './read-numbers.ts';

/** What the translation says in numbers. */
export interface Reading {
  /** What its numbers are worth. */
  values: ReadonlySet<string>;
  /** Its numbers, and of times, dates and versions the groups, without leading zeros. */
  numbers: ReadonlySet<string>;
  /** The first two and the last two digits of its years. */
  centuries: ReadonlySet<string>;
  yearEnds: ReadonlySet<string>;
  /** Whether words like thousand and half are in it. */
  hasMagnitudes: boolean;
  hasHalves: boolean;
  /** Whether it says a number in words or in Roman figures. */
  saysInWords: (digits: string) => boolean;
  /** Itself, with digits in ASCII. */
  text: string;
}

/** Reads a translation whose digits are ASCII. */
export function readTranslation(text: string, language: string): Reading {
  const tokens = readNumbers(text);
  const numbers = new Set(tokens.flatMap(listParts));
  const years = [...numbers].filter((number) => number.length === 4);
  const known = new Map<string, boolean>();
  return {
    text,
    numbers,
    values: new Set(tokens.flatMap(({ values }) => values)),
    centuries: new Set(years.map((year) => year.slice(0, 2))),
    yearEnds: new Set(years.map((year) => year.slice(2))),
    hasMagnitudes: hasMagnitude(text),
    hasHalves: hasHalf(text),
    saysInWords: (digits) => {
      const says = known.get(digits) ?? (hasNumberWord(text, digits, language) || hasRoman(text, digits));
      known.set(digits, says);
      return says;
    },
  };
}

/** What a number without a magnitude can be found as. Two groups may be hours and minutes, and three a date; thousands and decimals are one number. */
export function listParts({ groups, digits, written, values }: NumberToken): string[] {
  if (groups.length === 1) {
    if (!values.includes(writeValue(digits, 0))) return [];
    return /^0\d{3}$/.test(written) ? [digits.slice(0, -2), digits.slice(-2)].map(stripZeros) : [digits];
  }
  const isTime = groups.length === 2 && Number(groups[0]) <= 24 && isMinutes(groups[1]);
  const isDate = groups.length > 2 && groups.slice(1).some(({ length }) => length !== 3);
  return isTime || isDate || written.includes(':') ? groups.map(stripZeros) : [];
}

/** Whether digits are those of minutes. */
export function isMinutes(group = ''): boolean {
  return group.length === 2 && Number(group) < 60;
}
