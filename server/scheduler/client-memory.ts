/** How many clients without a turn are remembered. */
const rememberedClients = 1000;

/** When each client of an engine was last served, on the engine's own clock, which counts servings; 0 is never. */
export class ClientMemory {
  readonly #present = new Map<string, { turns: number; servedAt: number }>();
  readonly #absent = new Map<string, number>();
  /** Who is not remembered may have been served as late as this, so that being forgotten is no advantage over those who wait. */
  #floor = 0;

  /** When a client was last served. */
  getServedAt(client: string): number {
    return this.#present.get(client)?.servedAt ?? this.#absent.get(client) ?? this.#floor;
  }

  /** A client has one turn more. */
  enter(client: string): void {
    const known = this.#present.get(client) ?? { turns: 0, servedAt: this.getServedAt(client) };
    known.turns++;
    this.#present.set(client, known);
    this.#absent.delete(client);
  }

  /** A client with a turn was served. */
  serve(client: string, now: number): void {
    const known = this.#present.get(client);
    if (known) known.servedAt = now;
  }

  /** A client has one turn less; with its last one it is remembered only as long as there is room. */
  leave(client: string): void {
    const known = this.#present.get(client);
    if (!known || --known.turns > 0) return;
    this.#present.delete(client);
    if (known.servedAt > this.#floor) this.#absent.set(client, known.servedAt);
    if (this.#absent.size > rememberedClients) this.#forgetOne();
  }

  /** How many clients are known, with and without turns. */
  get size(): number {
    return this.#present.size + this.#absent.size;
  }

  #forgetOne(): void {
    const [oldest] = this.#absent;
    if (!oldest) return;
    this.#absent.delete(oldest[0]);
    this.#floor = Math.max(this.#floor, oldest[1]);
  }
}
