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
}

/**
 * A decimal or thousands separator between digits, or the colon of a time. A space is one only where it makes groups of three: otherwise two
 * numbers stand side by side.
 */
const numberPattern =
  /(?<!\d)\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?:[.,]\d+)?(?!\d)|\d+[万萬만]\d{1,4}(?!\d)|\d+(?:[.,:'’٫٬·]\d+)*/gu;

/** All numbers of a text whose digits are ASCII, see `writeInAscii`. */
export function readNumbers(text: string): NumberToken[] {
  return [...text.matchAll(numberPattern)].map(({ 0: written, index }) => {
    const groups = written.match(/\d+/g) ?? [];
    return { groups, digits: joinGroups(groups, written), end: index + written.length, written };
  });
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
