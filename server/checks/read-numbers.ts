import { magnitudeChars, readPowers } from './magnitudes.ts';

/** A number as it stands in a text. */
export interface NumberToken {
  /** Its digits in groups, as separators cut them, in ASCII: `2.5` and `2,5` are `2` and `5`. */
  groups: readonly string[];
  /** All its digits without separators and leading zeros; `0` is empty. */
  digits: string;
  /** Where it ends in the text that was read. */
  end: number;
  /** As it was written, apart from the digits' script. */
  written: string;
  /** What it may be worth, with a magnitude behind it: 2,000 and 2 thousand are both `2e3`. Several where a separator may be of thousands or decimal. */
  values: readonly string[];
}

/**
 * A decimal or thousands separator between digits, or the colon of a time. A space is one only where it makes groups of three: otherwise two
 * numbers stand side by side.
 */
const numberPattern =
  /(?<!\d)\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?:[.,]\d+)?(?!\d)|\d+[万萬만]\d{1,4}(?!\d|\s?[百千천])|\d+(?:[.,:'’٫٬·]\d+)*/gu;

/** All numbers of a text whose digits are ASCII, see `writeInAscii`. */
export function readNumbers(text: string): NumberToken[] {
  const tokens = [...text.matchAll(numberPattern)].map(({ 0: written, index }) => {
    const groups = written.match(/\d+/g) ?? [];
    const end = index + written.length;
    const digits = joinGroups(groups, written);
    const powers = readPowers(text.slice(end, end + magnitudeChars));
    return { groups, digits, end, written, powers, values: readValues(written, { groups, digits, powers }) };
  });
  const sums = tokens.map((token, i) => addParts(token, tokens[i + 1]));
  return tokens.map((token, i) => {
    // Either part is there where their sum is.
    const ofPart = [sums[i], sums[i - 1]].filter((sum) => sum !== undefined);
    return ofPart.length === 0 ? token : { ...token, values: [...token.values, ...ofPart] };
  });
}

interface Parts {
  groups: readonly string[];
  digits: string;
  powers: readonly number[];
}

function readValues(written: string, { groups, digits, powers }: Parts): string[] {
  const plain = listReadings(written, groups, digits);
  const scales = powers.length === 0 ? [0] : powers;
  return plain.flatMap(({ whole, decimals }) =>
    scales.map((power) => writeValue(whole + decimals, power - decimals.length)),
  );
}

/** Three digits behind a separator are thousands; they may be decimals too, unless they end in a zero. Other last groups are decimals. */
function listReadings(
  written: string,
  groups: readonly string[],
  digits: string,
): { whole: string; decimals: string }[] {
  const integer = { whole: digits, decimals: '' };
  if (groups.length < 2 || /[万萬만]/.test(written)) return [integer];
  const last = groups.at(-1) ?? '';
  const decimal = { whole: groups.slice(0, -1).join(''), decimals: last };
  const isGrouped = groups[0] !== '0' && groups.slice(1).every(({ length }) => length === 3);
  if (!isGrouped) return isIndian(groups) ? [integer] : [decimal];
  return groups.length > 2 || last.endsWith('0') ? [integer] : [integer, decimal];
}

/** 1,00,000 is a lakh. */
function isIndian(groups: readonly string[]): boolean {
  return (
    groups.length > 2 &&
    groups.at(-1)?.length === 3 &&
    groups.slice(1, -1).every(({ length }) => length === 2)
  );
}

/** Without zeros at either side: 20000 is `2e4`, 0.5 is `5e-1`. */
export function writeValue(digits: string, power: number): string {
  const significant = stripZeros(digits);
  const short = significant.replace(/0+$/, '');
  return short === '' ? '0' : `${short}e${power + significant.length - short.length}`;
}

/** 3만 5천 is 35000: what follows a magnitude with a smaller one belongs to it. */
function addParts(
  token: NumberToken & Pick<Parts, 'powers'>,
  next: (NumberToken & Pick<Parts, 'powers'>) | undefined,
): string | undefined {
  if (next === undefined) return undefined;
  const [power = 0] = token.powers;
  const [nextPower = 0] = next.powers;
  const gap = next.end - next.written.length - token.end;
  if (nextPower >= power || gap > 2 || /\D/.test(token.digits + next.digits)) return undefined;
  const sum =
    BigInt(token.digits || 0) * 10n ** BigInt(power) + BigInt(next.digits || 0) * 10n ** BigInt(nextPower);
  return writeValue(String(sum), 0);
}

/** 10万4500 is 104500: what follows 万 has four digits. */
function joinGroups(groups: readonly string[], written: string): string {
  const [first = '', second = ''] = groups;
  return stripZeros(/[万萬만]/.test(written) ? first + second.padStart(4, '0') : groups.join(''));
}

/** A number without leading zeros. */
export function stripZeros(digits: string): string {
  return digits.replace(/^0+/, '');
}

const digitValues = new Map<string, string>();

/** Puts ASCII digits in place of those of other scripts (`٢٠١٠`, `२०१०`, `２０１０`). */
export function writeInAscii(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    const value = digitValues.get(digit) ?? findValue(digit);
    digitValues.set(digit, value);
    return value;
  });
}

/** Unicode keeps the ten digits of a script together and in order (section 4.6), so the value is how many come before it. */
function findValue(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++;
  return String(value % 10);
}
