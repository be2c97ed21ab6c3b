/** Memory grows until all that is kept is full and every path has been compiled. */
const settledAfterMinutes = 5;

/** How far it may be above where it settled. */
const mostGrowth = 0.1;

/** Whether memory stayed where it was after the first five minutes; undefined when there was no time to see. `byMinute`: megabytes. */
export function judgeMemory(byMinute: readonly number[]): { growth: number; isFlat: boolean } | undefined {
  const [settled, ...later] = byMinute.slice(settledAfterMinutes);
  if (settled === undefined || later.length === 0) return undefined;
  const growth = Math.max(...later) / settled - 1;
  return { growth, isFlat: growth <= mostGrowth };
}
