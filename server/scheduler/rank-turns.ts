import { compareTurns, type WaitingTurn } from './waiting-line.ts';

/**
 * The order in which all who wait for an engine will be served if nobody else comes: that of `WaitingLine`, where each serving counts for
 * the next one, so that clients alternate. `servedAt`: when each client was served last; one that is missing never was. Pure.
 */
export function rankTurns<T extends WaitingTurn>(
  turns: readonly T[],
  servedAt: ReadonlyMap<string, number>,
): T[] {
  const times = new Map(servedAt);
  let now = 0;
  for (const time of times.values()) now = Math.max(now, time);
  return (['interactive', 'batch'] as const).flatMap((wanted) => {
    const ranked = rankEqual(
      turns.filter(({ priority }) => priority === wanted),
      times,
    );
    for (const { client } of ranked) times.set(client, ++now);
    return ranked;
  });
}

/** Of one priority: in each round one turn of every client that has one left. */
function rankEqual<T extends WaitingTurn>(turns: readonly T[], times: ReadonlyMap<string, number>): T[] {
  const byClient = new Map<string, T[]>();
  for (const turn of turns) {
    const known = byClient.get(turn.client);
    if (known) known.push(turn);
    else byClient.set(turn.client, [turn]);
  }
  let lines = [...byClient]
    .map(([client, own]) => ({ time: times.get(client) ?? 0, own: orderOwn(own) }))
    .sort((a, b) => a.time - b.time || (a.own[0]?.arrival ?? 0) - (b.own[0]?.arrival ?? 0));
  const ranked: T[] = [];
  for (let round = 0; lines.length > 0; round++) {
    lines = lines.filter(({ own }) => own.length > round);
    for (const { own } of lines) ranked.push(...own.slice(round, round + 1));
  }
  return ranked;
}

/** Of one client: one new turn before each that has begun, unless one went before it already. */
function orderOwn<T extends WaitingTurn>(turns: readonly T[]): T[] {
  const sorted = turns.toSorted(compareTurns);
  const begun = sorted.filter(({ servedAt }) => servedAt > 0);
  const fresh = sorted.slice(0, sorted.length - begun.length);
  let taken = 0;
  const ordered = begun.flatMap((turn) =>
    turn.isOvertaken ? [turn] : [...fresh.slice(taken, ++taken), turn],
  );
  return [...ordered, ...fresh.slice(taken)];
}
