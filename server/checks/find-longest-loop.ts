/** A stretch of text that is the same thing several times in a row. */
export interface Loop {
  repeats: number;
  /** How long the thing is, about. */
  unitChars: number;
}

/** Pieces of a loop: words, and where no spaces are written single characters. Signs don't matter, and a number may count on. */
const piece =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]|\p{N}+|[\p{L}\p{M}]+/gu;

/** Loops of more pieces than this are found as repeated sentences. Single characters take about four times as many as words to say the same. */
const maxPeriod = 60;
const maxUnspacedPeriod = 240;

/**
 * The loop with most repeats; of loops of a few letters only those that are at least as long as a short sentence. Takes time in proportion to
 * the text.
 */
export function findLongestLoop(text: string): Loop {
  const pieces = toNumbers(text.toLowerCase().match(piece) ?? []);
  let longest: Loop = { repeats: 1, unitChars: 0 };
  const last = Math.min(getMaxPeriod(pieces), pieces.ids.length / 2);
  for (let period = 1; period <= last; period++) {
    if (!canHaveRun(pieces.ids, period, period * longest.repeats)) continue;
    const run = findRun(pieces.ids, period);
    const repeats = Math.floor(run.length / period) + 1;
    if (repeats <= longest.repeats) continue;
    const chars = countChars(pieces.chars, run.end - run.length - period, run.end);
    if (chars >= minLoopChars) longest = { repeats, unitChars: chars / repeats };
  }
  return longest;
}

const minLoopChars = 16;

/** Whether words or characters are the pieces, by how long they are. */
function getMaxPeriod({ chars }: Pieces): number {
  const single = chars.filter((count) => count === 1).length;
  return single > chars.length / 2 ? maxUnspacedPeriod : maxPeriod;
}

interface Pieces {
  ids: Int32Array;
  chars: Uint16Array;
}

/** Numbers compare faster than words. All numbers in the text count as one word. */
function toNumbers(words: readonly string[]): Pieces {
  const known = new Map<string, number>();
  const ids = new Int32Array(words.length);
  const chars = new Uint16Array(words.length);
  for (const [i, word] of words.entries()) {
    const key = /^\p{N}/u.test(word) ? '0' : word;
    const id = known.get(key) ?? known.size;
    known.set(key, id);
    ids[i] = id;
    chars[i] = Math.min(word.length, 0xffff);
  }
  return { ids, chars };
}

/** Whether there may be a run so long, as `findRun` measures it: it would cover one of the places that are so far apart. */
function canHaveRun(ids: Int32Array, period: number, length: number): boolean {
  for (let i = period + length - 1; i < ids.length; i += length) if (ids[i] === ids[i - period]) return true;
  return false;
}

/** The longest stretch in which each piece equals that one period before it; `end` is behind its last. */
function findRun(ids: Int32Array, period: number): { length: number; end: number } {
  let longest = { length: 0, end: 0 };
  let length = 0;
  for (let i = period; i < ids.length; i++) {
    length = ids[i] === ids[i - period] ? length + 1 : 0;
    if (length > longest.length) longest = { length, end: i + 1 };
  }
  return longest;
}

function countChars(chars: Uint16Array, start: number, end: number): number {
  return chars.subarray(Math.max(0, start), end).reduce((sum, count) => sum + count, 0);
}
