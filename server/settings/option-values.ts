import { InvalidArgumentError } from 'commander';
import { isTokenName } from '../access/access-list.ts';
import { parseDuration, parseSize } from './units.ts';

/** Timers take no more: 2^31 - 1 ms, nearly 25 days. */
const longestMs = 2_147_483_647;

/** Reads a whole number within bounds. Like every reader here it throws commander's `InvalidArgumentError` for anything else. */
export function readWholeNumber(least: number, most: number): (value: string) => number {
  return (value) => {
    const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
    if (number >= least && number <= most) return number;
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
  };
}

/** Reads a duration such as `10s` as milliseconds. */
export function readDuration(leastMs: number): (value: string) => number {
  return (value) => {
    const milliseconds = parseDuration(value);
    if (milliseconds !== undefined && milliseconds >= leastMs && milliseconds <= longestMs)
      return milliseconds;
    throw new InvalidArgumentError(
      'It must be a duration such as 500ms, 10s, 5m or 1h, and at most 24 days.',
    );
  };
}

/** Reads a size such as `2mb` as bytes. */
export function readSize(value: string): number {
  const bytes = parseSize(value);
  if (bytes !== undefined) return bytes;
  throw new InvalidArgumentError('It must be a size such as 500kb or 2mb.');
}

/** Reads `on` and `off`. */
export function readOnOrOff(value: string): boolean {
  if (value === 'on' || value === 'off') return value === 'on';
  throw new InvalidArgumentError('It must be on or off.');
}

/** Reads the name of a program's token, once: of two names one would be forgotten. */
export function readTokenName(value: string, previous: string | undefined): string {
  if (previous !== undefined) throw new InvalidArgumentError('It can be given only once.');
  if (isTokenName(value)) return value;
  throw new InvalidArgumentError('It must be 1 to 40 of the characters a to z, 0 to 9 and -.');
}

/** In the environment several values are separated by commas; as flags the option is given several times. */
export function collectValues(value: string, values: string[]): string[] {
  return [...values, ...value.split(',').map((part) => part.trim())];
}
