/** The middle of some numbers, and between which the middle half of them lies. */
export interface Spread {
  median: number;
  low: number;
  high: number;
}

/** Median and quartiles, which one slow round does not move. Throws for no numbers. */
export function getSpread(numbers: readonly number[]): Spread {
  if (numbers.length === 0) throw new Error('There is no median of nothing.');
  const sorted = numbers.toSorted((a, b) => a - b);
  return { median: pick(sorted, 0.5), low: pick(sorted, 0.25), high: pick(sorted, 0.75) };
}

/** The number at a share of the way through sorted numbers, between its two neighbours where it falls between them. */
function pick(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? 0;
  return below + (above - below) * (place - Math.floor(place));
}
