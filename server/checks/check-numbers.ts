import { removeFixedParts } from '../languages/fixed-parts.ts';
import type { Check } from './check.ts';
import { hasRoman } from './has-roman.ts';
import { hasNumberWord } from './has-number-word.ts';
import { readNumbers, stripZeros, writeInAscii, type NumberToken } from './read-numbers.ts';

/** What the translation says in numbers. */
interface Reading {
  /** All its numbers, whole and in the groups that separators make, without leading zeros. */
  numbers: ReadonlySet<string>;
  /** The same without final zeros too: 2.3 million and 2300000 are both 23. */
  significant: ReadonlySet<string>;
  /** The first two and the last two digits of its years. */
  centuries: ReadonlySet<string>;
  yearEnds: ReadonlySet<string>;
  hasMagnitudes: boolean;
  /** Whether it says a number in words or in Roman figures. */
  saysInWords: (digits: string) => boolean;
}

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
  reading.hasMagnitudes ||= magnitude.test(text);
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

/** The number of a name that others may call differently (COVID-19, F-16). */
const nameNumber = /(?<=\p{Lu})-\d{1,3}(?![\d.,:])/gu;

function readTranslation(text: string, language: string): Reading {
  const tokens = readNumbers(text);
  const numbers = new Set(tokens.flatMap(({ digits, groups }) => [digits, ...groups.map(stripZeros)]));
  const years = [...numbers].filter((number) => number.length === 4);
  const known = new Map<string, boolean>();
  return {
    numbers,
    significant: new Set(tokens.map(({ digits }) => stripFinalZeros(digits))),
    centuries: new Set(years.map((year) => year.slice(0, 2))),
    yearEnds: new Set(years.map((year) => year.slice(2))),
    hasMagnitudes: magnitude.test(text),
    saysInWords: (digits) => {
      const says = known.get(digits) ?? (hasNumberWord(text, digits, language) || hasRoman(text, digits));
      known.set(digits, says);
      return says;
    },
  };
}

function isSaid(number: NumberToken, source: string, reading: Reading): boolean {
  const { digits, groups } = number;
  const { numbers } = reading;
  if (digits === '' || numbers.has(digits) || getMainGroups(groups).every((group) => numbers.has(group)))
    return true;
  return (
    isArticle(number, source) ||
    reading.saysInWords(digits) ||
    isSaidWithMagnitude(digits, reading) ||
    isSaidAsTime(groups, reading) ||
    isSaidAsDate(number, source, reading) ||
    isSaidAsEra(digits, reading)
  );
}

/** Before a Chinese, Japanese or Korean counter a 1 may be no more than an article. */
function isArticle({ digits, end }: NumberToken, source: string): boolean {
  return digits === '1' && /^[つ人个個名件種种位개명]/u.test(source.slice(end, end + 1));
}

/** What must be kept of 11:00 and 2.0: trailing zeros may go. */
function getMainGroups(groups: readonly string[]): string[] {
  const main = groups.map(stripZeros);
  while (main.length > 1 && main.at(-1) === '') main.pop();
  return main;
}

/** 230万 is 2.3 million, 1000万 is ten million. */
function isSaidWithMagnitude(digits: string, { significant, hasMagnitudes, saysInWords }: Reading): boolean {
  if (!hasMagnitudes) return false;
  const start = stripFinalZeros(digits);
  return significant.has(start) || ['', '0', '00'].some((zeros) => saysInWords(start + zeros));
}

/** Thousands, millions and so on, as words or signs behind a number, in the languages where numbers are often written with them. */
const magnitude = new RegExp(
  [
    '[百千万萬亿億兆백천만억조]|ล้าน|แสน|หมื่น|พัน',
    'लाख|करोड़|हज़ार|हजार|मिलियन|अरब|مليون|ملايين|مليار|ألف|آلاف|میلیون|میلیارد|هزار|אלף|אלפי|מיליון|מיליארד',
    '(?<!\\p{L})(?:thousand|million|billion|trillion|mill[ioa]|milh|bilh|milj|mili[oa]|tausend|duizend|tusen|tys|tis[íi]c)',
    '(?<!\\p{L})(?:тыс|тис|млн|млрд|милли|мільй|мільяр|χιλι|εκατομμ|δισεκ|milyon|milyar|nghìn|ngàn|triệu)',
    '(?<!\\p{L})(?:mil|mila|mille|mio|mrd|mln|mld|bn|bin|tỷ|tỉ|k|lakh|crore)(?!\\p{L})',
  ].join('|'),
  'iu',
);

function stripFinalZeros(digits: string): string {
  return digits.replace(/0+$/, '');
}

/** Half past nine in the evening is 9:30 to some and 21.30 to others. */
function isSaidAsTime(groups: readonly string[], { numbers }: Reading): boolean {
  const [hour, ...others] = getMainGroups(groups);
  const other = (Number(hour) + 12) % 24;
  return Number(hour) <= 24 && numbers.has(String(other)) && others.every((group) => numbers.has(group));
}

/** What makes a month or a century of a number: 3月, tháng 3, 21. 世紀. */
const monthSign = /^\s?[月월]/u;
const monthWord = /tháng $/iu;
const centurySign = /^\s?(?:世[纪紀]|세기)/u;
const decadeSign = /^\s?(?:年代|년대|s\b|-?e[rn]\b|-talet|-х|-ті|-ih|-tych)/u;

/** A month may become a word; a century and its decade may become years, and decades may lose the century. */
function isSaidAsDate(
  { digits, groups, end, written }: NumberToken,
  source: string,
  reading: Reading,
): boolean {
  const { numbers, centuries, yearEnds } = reading;
  const after = source.slice(end, end + 6);
  const value = Number(digits);
  const start = end - written.length;
  if (monthSign.test(after) || monthWord.test(source.slice(Math.max(0, start - 6), start)))
    return value <= 12;
  if (centurySign.test(after)) return centuries.has(String(value - 1));
  if (value >= 1000 && value < 2100 && value % 10 === 0) return isSaidAsDecade(value, reading);
  if (decadeSign.test(after)) return yearEnds.has(digits);
  const isNumericDate =
    groups.length === 3 && groups.every((group) => group.length <= 2 || group.length === 4);
  return isNumericDate && groups.map(stripZeros).every((group) => Number(group) <= 12 || numbers.has(group));
}

function isSaidAsDecade(year: number, { numbers, saysInWords }: Reading): boolean {
  const tens = String(year % 100);
  return numbers.has(tens) || saysInWords(tens);
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
