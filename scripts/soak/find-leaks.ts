import type { Census } from './watched-server.ts';

/** What there may be while streams are kept that have ended: their records, and the timer by which they go. */
const kept: Census = { records: Infinity, timers: 1 };

/** What there is more of than there was before anybody came, in words. */
export function findLeaks(before: Census, after: Census, isKeeping: boolean): string[] {
  const getMost = (name: string): number => (before[name] ?? 0) + (isKeeping ? (kept[name] ?? 0) : 0);
  return Object.entries(after)
    .filter(([name, count]) => count > getMost(name))
    .map(([name, count]) => `${name}: ${count}, before ${before[name] ?? 0}`);
}
