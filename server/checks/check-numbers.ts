import { removeFixedParts } from '../languages/fixed-parts.ts';
import type { Check } from './check.ts';
import { isSaidAsDate } from './is-said-as-date.ts';
import { isSaidAsTime } from './is-said-as-time.ts';
import { readNumbers, stripZeros, writeInAscii, type NumberToken } from './read-numbers.ts';
import { listParts, readTranslation, type Reading } from './read-translation.ts';

/** More than this the model needn't be told. */
const maxNamed = 10;

/**
 * Whether each number of the source is somewhere in the translation: in any script, grouping and order, in words, as a Roman number, or as the
 * other language says it (9:30 pm is 21.30, 230万 is 2.3 million, the 20th century's nineties are the 1990s). Further numbers are no fault:
 * what was a word in the source may become one.
 */
export const checkNumbers: Check = ({ source, translation, targetLanguage }) => {
  const text = writeInAscii(removeFixedParts(source)).replace(nameNumber, '');
  const wanted = readNumbers(text);
  if (wanted.length === 0) return undefined;
  const reading = readTranslation(writeInAscii(removeFixedParts(translation)), targetLanguage);
  const missing = new Set<string>();
  for (const number of wanted) {
    if (!isSaid(number, text, reading)) missing.add(number.written);
    if (missing.size === maxNamed) break;
  }
  if (missing.size === 0) return undefined;
  return {
    check: 'numbers',
    message: 'A number of the original is missing or has changed.',
    fault: `The translation lacks these numbers of the text, or has changed them: ${[...missing].join(', ')}.`,
  };
};

/** Digits of names that others may call differently (COVID-19, H2O), and what is said in words (24/7). */
const nameNumber = /(?<=\p{Lu}{3})-\d{1,3}(?![\d.,:])|\b(?:H2O|CO2|24\/7|i18n|l10n)\b/gu;

function isSaid(number: NumberToken, source: string, reading: Reading): boolean {
  const { digits, values } = number;
  if (digits === '' || values.some((value) => reading.values.has(value))) return true;
  const parts = listParts(number);
  if (parts.length > 0 && parts.every((part) => part === '' || reading.numbers.has(part))) return true;
  return (
    isArticle(number, source) ||
    isSaidInWords(number, reading) ||
    isSaidAsTime(number, source, reading) ||
    isSaidAsDate(number, source, reading) ||
    isSaidAsEra(digits, reading)
  );
}

/** Before a Chinese, Japanese or Korean counter a 1 may be no more than an article. */
function isArticle({ digits, end }: NumberToken, source: string): boolean {
  return digits === '1' && /^[つ人个個名件種种位개명]/u.test(source.slice(end, end + 1));
}

/** 1000 is a thousand, 10000000 ten million; 2.5 is two and a half. */
function isSaidInWords({ digits, groups, values }: NumberToken, reading: Reading): boolean {
  const { start, power } = splitValue(values);
  if (power < 0) return start.endsWith('5') && isSaidWithHalf(groups, reading);
  if (groups.length === 1 && reading.saysInWords(digits)) return true;
  if (power + start.length < 4 || !reading.hasMagnitudes) return false;
  return start === '1' || ['', '0', '00'].some((zeros) => reading.saysInWords(start + zeros));
}

function splitValue([value = '']: readonly string[]): { start: string; power: number } {
  const [start = '', power = 0] = value.split('e');
  return { start, power: Number(power) };
}

function isSaidWithHalf([group = '']: readonly string[], reading: Reading): boolean {
  const whole = stripZeros(group);
  return reading.hasHalves && (whole === '' || reading.numbers.has(whole) || reading.saysInWords(whole));
}

/** Years before the Buddhist era's are 543 lower. */
const buddhistEraYears = 543;

/** A year may be counted in the other era, or have its century left out at the end of a span (1995-96) or put back there. */
function isSaidAsEra(digits: string, { numbers, yearEnds }: Reading): boolean {
  const value = Number(digits);
  if (digits.length === 2) return yearEnds.has(digits);
  if (digits.length !== 4) return false;
  return [value + buddhistEraYears, value - buddhistEraYears, digits.slice(2)].some((year) =>
    numbers.has(String(year)),
  );
}
