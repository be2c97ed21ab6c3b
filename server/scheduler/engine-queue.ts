import { Bell } from '../streams/bell.ts';
import { ClientMemory } from './client-memory.ts';
import { rankTurns } from './rank-turns.ts';
import { Throttle } from './throttle.ts';
import type { Turn, TurnTerms } from './turn.ts';
import { WaitingLine, type WaitingTurn } from './waiting-line.ts';

/** Places are told at most so often: in a long line each turn that ends changes thousands. */
const tellEveryMs = 100;

/** One turn as its queue knows it. */
interface Entry extends WaitingTurn {
  state: 'waiting' | 'running' | 'left';
  /** The place that was told last; 0: none yet. */
  place: number;
  /** Rings when the turn has come, and when there is a place to tell. */
  bell: Bell;
  runsSince: number;
  /** How long it has run before that. */
  ranMs: number;
}

/** Who works with one engine and who waits for it. As long as somebody waits, everything the engine takes at once runs. */
export class EngineQueue {
  readonly #onEmpty: () => void;
  readonly #clients = new ClientMemory();
  readonly #line = new WaitingLine<Entry>((client) => this.#clients.getServedAt(client));
  readonly #places = new Throttle(() => {
    this.#tellPlaces();
  }, tellEveryMs);
  #concurrency = 1;
  #running = 0;
  #arrivals = 0;
  /** Counts servings. */
  #clock = 0;
  #usualMs: number | undefined;

  /** `onEmpty`: the last turn left. */
  constructor(onEmpty: () => void) {
    this.#onEmpty = onEmpty;
  }

  get running(): number {
    return this.#running;
  }

  get waiting(): number {
    return this.#line.size;
  }

  /** How long one place takes to become free, as far as recent turns tell. */
  get freeAfterMs(): number | undefined {
    return this.#usualMs === undefined ? undefined : this.#usualMs / this.#concurrency;
  }

  /** So many run at once from now on. */
  resize(concurrency: number): void {
    if (concurrency === this.#concurrency) return;
    this.#concurrency = concurrency;
    this.#serve();
  }

  /** Whether who comes now has to wait. */
  get isBusy(): boolean {
    return this.#running >= this.#concurrency;
  }

  enter(terms: TurnTerms): Turn {
    const entry = createEntry(terms, ++this.#arrivals);
    this.#clients.enter(terms.client);
    this.#line.add(entry);
    this.#serve();
    return {
      wait: (signal) => this.#wait(entry, signal),
      pass: (signal) => this.#pass(entry, signal),
      promote: () => {
        this.#promote(entry);
      },
      leave: () => {
        this.#leave(entry);
      },
    };
  }

  async *#wait(entry: Entry, signal: AbortSignal): AsyncGenerator<number, void> {
    // Not only when the next place is asked for: who went away is in nobody's way.
    const leave = (): void => {
      if (entry.state === 'waiting') this.#leave(entry);
    };
    signal.addEventListener('abort', leave, { once: true });
    if (signal.aborted) leave();
    try {
      yield* tellPlaces(entry, signal);
    } finally {
      signal.removeEventListener('abort', leave);
    }
  }

  async #pass(entry: Entry, signal: AbortSignal): Promise<void> {
    if (entry.state !== 'running' || signal.aborted) return;
    this.#stopRunning(entry);
    entry.state = 'waiting';
    entry.place = 0;
    this.#line.add(entry);
    this.#serve();
    const places = this.#wait(entry, signal);
    while (!(await places.next()).done);
  }

  #promote(entry: Entry): void {
    if (entry.state === 'waiting') this.#line.delete(entry);
    entry.priority = 'interactive';
    if (entry.state === 'waiting') this.#line.add(entry);
    this.#noteChange();
  }

  #leave(entry: Entry): void {
    if (entry.state === 'left') return;
    if (entry.state === 'waiting') this.#line.delete(entry);
    else this.#stopRunning(entry);
    if (entry.servedAt > 0) this.#usualMs = (this.#usualMs ?? entry.ranMs) * 0.8 + entry.ranMs * 0.2;
    entry.state = 'left';
    this.#clients.leave(entry.client);
    entry.bell.ring();
    this.#serve();
    if (this.#running + this.#line.size === 0) this.#onEmpty();
  }

  /** Gives every free place to whoever is first, and to nobody else. */
  #serve(): void {
    while (!this.isBusy) {
      const entry = this.#line.take();
      if (!entry) break;
      entry.servedAt = ++this.#clock;
      entry.isOvertaken = false;
      entry.state = 'running';
      entry.runsSince = performance.now();
      this.#running++;
      this.#clients.serve(entry.client, this.#clock);
      this.#line.update(entry.client);
      entry.bell.ring();
    }
    this.#noteChange();
  }

  #stopRunning(entry: Entry): void {
    entry.ranMs += performance.now() - entry.runsSince;
    this.#running--;
  }

  #noteChange(): void {
    if (this.#line.size > 0) this.#places.note();
    else this.#places.stop();
  }

  #tellPlaces(): void {
    const turns = this.#line.list();
    const servedAt = new Map(turns.map(({ client }) => [client, this.#clients.getServedAt(client)]));
    for (const [index, entry] of rankTurns(turns, servedAt).entries()) {
      if (!isNews(index + 1, entry.place)) continue;
      entry.place = index + 1;
      entry.bell.ring();
    }
  }
}

function createEntry({ client, priority }: TurnTerms, arrival: number): Entry {
  return {
    client,
    priority,
    arrival,
    servedAt: 0,
    isOvertaken: false,
    state: 'waiting',
    place: 0,
    bell: new Bell(),
    runsSince: 0,
    ranMs: 0,
  };
}

async function* tellPlaces(entry: Entry, signal: AbortSignal): AsyncGenerator<number, void> {
  for (let told = 0; entry.state === 'waiting';) {
    if (entry.place === told) await entry.bell.wait(signal);
    else yield (told = entry.place);
  }
}

/** Every change up to place 40, then those by a twentieth: else each of thousands would hear of thousands of places. */
function isNews(place: number, told: number): boolean {
  return told === 0 || Math.abs(place - told) >= Math.max(1, Math.floor(told / 20));
}
