import { hasTwelve } from './has-half.ts';
import { stripZeros, type NumberToken } from './read-numbers.ts';
import { isMinutes, type Reading } from './read-translation.ts';

const clock =
  /^\s?(?:[ap]\.?\s?m\b|uhr|o'clock|h\b|heures?|hora|or[ae]\b|u\b|uur|hod|godz|час|год|ч\b|時|时|点|點|시|giờ|น\.|นาฬิกา|बजे)/iu;
const clockBefore =
  /(?:\bat|\bto|\buntil|\bat about|\bkl\.?|klockan|saat|الساعة|ساعت|בשעה|ώρα|στις|\b[oв]|\ba las|\bàs|\balle) $/iu;

/** Half past nine in the evening is 9:30 to some and 21.30 to others, and twelve is noon. */
export function isSaidAsTime(number: NumberToken, source: string, reading: Reading): boolean {
  const [first, minutes = '00', ...others] = readClock(number);
  const hour = Number(first);
  if (hour > 24 || others.length > 1 || !isMinutes(minutes) || !isClock(number, source)) return false;
  return isSameTime({ hour, minutes, others }, reading);
}

interface Time {
  hour: number;
  minutes: string;
  others: readonly string[];
}

function isSameTime({ hour, minutes, others }: Time, reading: Reading): boolean {
  if (hour % 12 === 0 && minutes === '00' && hasTwelve(reading.text)) return true;
  if (saysHour(hour, reading) && saysAll([minutes, ...others], reading)) return true;
  return isSaidInQuarters(hour, minutes, reading);
}

function saysAll(groups: readonly string[], { numbers }: Reading): boolean {
  return groups.map(stripZeros).every((group) => group === '' || numbers.has(group));
}

function readClock({ groups, digits }: NumberToken): readonly string[] {
  return groups.length === 1 && digits.length > 2 ? [digits.slice(0, -2), digits.slice(-2)] : groups;
}

function isClock({ groups, digits, end, written }: NumberToken, source: string): boolean {
  if (groups.length > 1 || digits.length > 2 || clock.test(source.slice(end, end + 12))) return true;
  const start = end - written.length;
  return clockBefore.test(source.slice(Math.max(0, start - 12), start));
}

function saysHour(hour: number, { numbers }: Reading): boolean {
  return [hour, hour + 12, hour - 12].some((other) => numbers.has(String(other)));
}

/** Half past seven is half eight to others. */
function isSaidInQuarters(hour: number, minutes: string, reading: Reading): boolean {
  if (Number(minutes) % 15 !== 0 || !reading.hasHalves) return false;
  if (saysHour(hour, reading)) return true;
  return [hour, hour + 1].some((other) => reading.saysInWords(String(((other + 11) % 12) + 1)));
}
