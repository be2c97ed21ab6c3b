import { stripZeros, type NumberToken } from './read-numbers.ts';
import type { Reading } from './read-translation.ts';

/** What makes a month or a century of a number: 3月, tháng 3, 21. 世紀. */
const monthSign = /^\s?[月월]/u;
const monthWord = /tháng $/iu;
const weekdayWord = /(?:thứ |[周週]|星期|礼拜|禮拜)$/iu;
const weekdaySign = /^[ºª][\s-]?feira/iu;
const centurySign = /^\s?(?:世[纪紀]|세기)/u;
const decadeSign = /^\s?(?:年代|년대|s\b|-?e[rn]\b|-talet|-х|-ті|-ih|-tych)/u;

/** A month may become a word; a century and its decade may become years, and decades may lose the century. */
export function isSaidAsDate(
  { digits, groups, end, written }: NumberToken,
  source: string,
  reading: Reading,
): boolean {
  const { numbers, centuries, yearEnds } = reading;
  const after = source.slice(end, end + 9);
  const value = Number(digits);
  const highest = getHighest(
    source.slice(Math.max(0, end - written.length - 11), end - written.length),
    after,
  );
  if (highest > 0) return value <= highest;
  if (centurySign.test(after)) return centuries.has(String(value - 1));
  if (value >= 1000 && value < 2100 && value % 10 === 0) return isSaidAsDecade(value, reading);
  if (decadeSign.test(after)) return yearEnds.has(digits);
  const isNumericDate =
    groups.length === 3 && groups.every((group) => group.length <= 2 || group.length === 4);
  return isNumericDate && groups.map(stripZeros).every((group) => Number(group) <= 12 || numbers.has(group));
}

/** Whether a number is part of a date or a fraction: 12/25, 2023-12-25. */
function isJoined(before: string, after: string): boolean {
  if (/\d\/$/.test(before) || /^\/\d/.test(after)) return true;
  return (
    /\d-\d{1,2}-$/.test(before) || /^-\d{1,2}-\d/.test(after) || (/\d-$/.test(before) && /^-\d/.test(after))
  );
}

function isSaidAsDecade(year: number, { numbers, saysInWords }: Reading): boolean {
  const tens = String(year % 100);
  return numbers.has(tens) || saysInWords(tens);
}

/** How high a number may be that becomes a word: as a month, part of a date, or day of the week. 0 if it is none. */
function getHighest(before: string, after: string): number {
  if (monthSign.test(after) || monthWord.test(before) || isJoined(before, after)) return 12;
  return weekdayWord.test(before) || weekdaySign.test(after) ? 7 : 0;
}
