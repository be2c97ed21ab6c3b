/** How many failures are told in full. */
const toldFailures = 20;

/** What the clients did and what came of it. */
export class Ledger {
  /** By act and outcome. */
  readonly counts = new Map<string, Map<string, number>>();
  /** The first ones. */
  readonly failures: string[] = [];
  failureCount = 0;

  count(act: string, outcome: string): void {
    const outcomes = this.counts.get(act) ?? new Map<string, number>();
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    this.counts.set(act, outcomes);
  }

  fail(where: string, thrown: unknown): void {
    this.failureCount += 1;
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    if (this.failures.length < toldFailures) this.failures.push(`${where}: ${reason}`);
  }

  /** How many acts there were. */
  get total(): number {
    const all = [...this.counts.values()].flatMap((outcomes) => [...outcomes.values()]);
    return all.reduce((sum, count) => sum + count, 0);
  }
}
