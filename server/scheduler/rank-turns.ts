import { WaitingLine, type WaitingTurn } from './waiting-line.ts';

/**
 * The order in which those who wait will be served when nobody else comes: each serving counts for the next, so that clients alternate. What
 * is asked for: `turns` of one engine, and when each client was served last, left out for never.
 */
export function rankTurns<T extends WaitingTurn>(
  turns: readonly T[],
  servedAt: ReadonlyMap<string, number>,
): T[] {
  const times = new Map(servedAt);
  const line = new WaitingLine<WaitingTurn & { turn: T }>((client) => times.get(client) ?? 0);
  for (const turn of turns) {
    const { client, priority, arrival, servedAt: lastServed, isOvertaken } = turn;
    line.add({ client, priority, arrival, servedAt: lastServed, isOvertaken, turn });
  }
  let now = 0;
  for (const time of times.values()) now = Math.max(now, time);
  const ranked: T[] = [];
  for (let next = line.take(); next; next = line.take()) {
    ranked.push(next.turn);
    times.set(next.client, ++now);
    line.update(next.client);
  }
  return ranked;
}
