import { Heap } from './heap.ts';

/** `interactive`: somebody waits for it; `batch`: nobody does. */
export type Priority = 'interactive' | 'batch';

/** What a turn that waits is ranked by. */
export interface WaitingTurn {
  /** Whose it is. */
  client: string;
  priority: Priority;
  /** How many turns of the engine came before it. */
  arrival: number;
  /** When it was served last, on the clock that counts the engine's servings; 0: never. */
  servedAt: number;
  /** Whether a new turn of its client went first since then, as one may. */
  isOvertaken: boolean;
}

/** The turns of one client and one priority. */
interface ClientLine<T> {
  client: string;
  fresh: Heap<T>;
  begun: Heap<T>;
}

interface PriorityLine<T> {
  clients: Heap<ClientLine<T>>;
  byName: Map<string, ClientLine<T>>;
}

/**
 * Those who wait for one engine, in the order in which it serves them: interactive before batch; then the client that was served longest ago
 * or never; of a client, those never served in the order they came, then those served longest ago. Who was served and has more to do lets
 * one new turn of its client go first between two servings, not two, so that many short ones never keep a long one from its end.
 */
export class WaitingLine<T extends WaitingTurn> {
  readonly #getServedAt: (client: string) => number;
  readonly #lines: Readonly<Record<Priority, PriorityLine<T>>>;
  #size = 0;

  /** `getServedAt` tells when a client was served last; whoever changes that says so by `update`. */
  constructor(getServedAt: (client: string) => number) {
    this.#getServedAt = getServedAt;
    this.#lines = { interactive: this.#createLine(), batch: this.#createLine() };
  }

  get size(): number {
    return this.#size;
  }

  add(turn: T): void {
    const { client, priority } = turn;
    const { clients, byName } = this.#lines[priority];
    const line = byName.get(client) ?? createClientLine<T>(client);
    byName.set(client, line);
    chooseHeap(line, turn).place(turn);
    clients.place(line);
    this.#size++;
  }

  /** Takes a turn out, wherever it stands; one that does not wait is left in peace. */
  delete(turn: T): void {
    const { clients, byName } = this.#lines[turn.priority];
    const line = byName.get(turn.client);
    if (!line || !chooseHeap(line, turn).delete(turn)) return;
    this.#size--;
    if (getFirst(line)) {
      clients.place(line);
      return;
    }
    clients.delete(line);
    byName.delete(turn.client);
  }

  /** Takes the first out. */
  take(): T | undefined {
    const line = this.#lines.interactive.clients.peek() ?? this.#lines.batch.clients.peek();
    const turn = line && getFirst(line);
    if (!turn) return undefined;
    const begun = line.begun.peek();
    if (begun && begun !== turn) begun.isOvertaken = true;
    this.delete(turn);
    return turn;
  }

  /** A client was served. */
  update(client: string): void {
    for (const { clients, byName } of Object.values(this.#lines)) {
      const line = byName.get(client);
      if (line) clients.place(line);
    }
  }

  /** All who wait, in no order. */
  list(): T[] {
    return Object.values(this.#lines).flatMap(({ clients }) =>
      clients.values().flatMap(({ fresh, begun }) => [...fresh.values(), ...begun.values()]),
    );
  }

  #createLine(): PriorityLine<T> {
    const compareClients = (a: ClientLine<T>, b: ClientLine<T>): number =>
      this.#getServedAt(a.client) - this.#getServedAt(b.client) || getArrival(a) - getArrival(b);
    return { clients: new Heap(compareClients), byName: new Map() };
  }
}

function createClientLine<T extends WaitingTurn>(client: string): ClientLine<T> {
  return { client, fresh: new Heap<T>(compareTurns), begun: new Heap<T>(compareTurns) };
}

/** How turns of one client are sorted: those never served by their arrival, then the others by when they were served. */
export function compareTurns(a: WaitingTurn, b: WaitingTurn): number {
  return a.servedAt - b.servedAt || a.arrival - b.arrival;
}

function chooseHeap<T extends WaitingTurn>({ fresh, begun }: ClientLine<T>, turn: T): Heap<T> {
  return turn.servedAt === 0 ? fresh : begun;
}

function getFirst<T extends WaitingTurn>({ fresh, begun }: ClientLine<T>): T | undefined {
  const longest = begun.peek();
  return longest?.isOvertaken ? longest : (fresh.peek() ?? longest);
}

function getArrival<T extends WaitingTurn>(line: ClientLine<T>): number {
  return getFirst(line)?.arrival ?? 0;
}
