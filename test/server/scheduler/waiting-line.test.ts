import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ClientMemory } from '../../../server/scheduler/client-memory.ts';
import { rankTurns } from '../../../server/scheduler/rank-turns.ts';
import { WaitingLine, type WaitingTurn } from '../../../server/scheduler/waiting-line.ts';

/** An engine that serves one after the other, to be told what happens. */
class Desk {
  readonly memory = new ClientMemory();
  readonly line = new WaitingLine<WaitingTurn>((client) => this.memory.getServedAt(client));
  readonly waiting: WaitingTurn[] = [];
  readonly running: WaitingTurn[] = [];
  #clock = 0;
  #arrivals = 0;

  enter(client: string, priority: WaitingTurn['priority']): void {
    const turn = { client, priority, arrival: ++this.#arrivals, servedAt: 0, isOvertaken: false };
    this.memory.enter(client);
    this.wait(turn);
  }

  wait(turn: WaitingTurn): void {
    this.line.add(turn);
    this.waiting.push(turn);
  }

  serve(): WaitingTurn | undefined {
    const turn = this.line.take();
    if (!turn) return undefined;
    this.waiting.splice(this.waiting.indexOf(turn), 1);
    this.running.push(turn);
    Object.assign(turn, { servedAt: ++this.#clock, isOvertaken: false });
    this.memory.serve(turn.client, this.#clock);
    this.line.update(turn.client);
    return turn;
  }

  /** What a ranking of all says. */
  predict(): WaitingTurn[] {
    const times = this.waiting.map(({ client }) => [client, this.memory.getServedAt(client)] as const);
    return rankTurns(this.waiting, new Map(times));
  }
}

const anySteps = fc.array(
  fc.record({
    step: fc.constantFrom('enter', 'enter', 'enter', 'serve', 'serve', 'park', 'leave', 'cancel', 'promote'),
    client: fc.constantFrom('a', 'b', 'c'),
    priority: fc.constantFrom('interactive', 'batch'),
    index: fc.nat(9),
  }),
  { maxLength: 80 },
);
type Step = (typeof anySteps extends fc.Arbitrary<infer Steps extends unknown[]> ? Steps : never)[number];

function act(desk: Desk, { step, client, priority, index }: Step): void {
  if (step === 'enter') desk.enter(client, priority);
  else if (step === 'park' || step === 'leave') stopRunning(desk, index, step === 'park');
  else changeWaiting(desk, index, step === 'promote');
}

function stopRunning(desk: Desk, index: number, isParked: boolean): void {
  const [turn] = desk.running.splice(index, 1);
  if (!turn) return;
  if (isParked) desk.wait(turn);
  else desk.memory.leave(turn.client);
}

function changeWaiting(desk: Desk, index: number, isPromoted: boolean): void {
  const [turn] = desk.waiting.splice(index, 1);
  if (!turn) return;
  desk.line.delete(turn);
  if (isPromoted) desk.wait(Object.assign(turn, { priority: 'interactive' }));
  else desk.memory.leave(turn.client);
}

it('serves whom a ranking of all puts first, whatever came, went and changed before', () => {
  fc.assert(
    fc.property(anySteps, (steps) => {
      const desk = new Desk();
      for (const step of steps) {
        const [expected] = step.step === 'serve' ? desk.predict() : [];
        if (step.step === 'serve') expect(desk.serve()).toBe(expected);
        else act(desk, step);
        expect(desk.line.size).toBe(desk.waiting.length);
        expect(new Set(desk.line.list())).toEqual(new Set(desk.waiting));
      }
      const rest = desk.predict();
      expect(rest.map(() => desk.serve()?.arrival)).toEqual(rest.map(({ arrival }) => arrival));
    }),
    { numRuns: 300 },
  );
});

it('lets no other client go first twice while one waits, also when all come back again and again', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('b', 'c', 'd', 'e'), { maxLength: 60 }), (others) => {
      const desk = new Desk();
      desk.enter('a', 'interactive');
      desk.serve();
      desk.enter('a', 'interactive');
      const gone: string[] = [];
      for (const other of others) {
        desk.enter(other, 'interactive');
        const { client } = desk.serve() ?? { client: '' };
        desk.memory.leave(client);
        if (client === 'a') return;
        gone.push(client);
      }
      expect(gone).toEqual([...new Set(gone)]);
    }),
  );
});

it('lets one that has begun have every second turn of its client, however many new ones come', () => {
  const desk = new Desk();
  desk.enter('a', 'interactive');
  const long = desk.serve();
  let servings = 0;
  for (let round = 0; round < 20; round++) {
    desk.enter('a', 'interactive');
    desk.enter('a', 'interactive');
    const [last] = desk.running.splice(0);
    if (last && last === long) desk.wait(last);
    if (desk.serve() === long) servings++;
  }
  expect(servings).toBe(10);
});

it('forgets clients that are gone, without an advantage for them over one that waits', () => {
  const desk = new Desk();
  desk.enter('patient', 'interactive');
  desk.serve();
  desk.enter('patient', 'interactive');
  for (let index = 0; index < 5000; index++) {
    const client = `passer-by ${index}`;
    desk.memory.enter(client);
    desk.memory.serve(client, 10 + index);
    desk.memory.leave(client);
  }
  expect(desk.memory.size).toBeLessThan(1100);
  desk.enter('passer-by 0', 'interactive');
  expect(desk.serve()?.client).toBe('patient');
});

it('costs about the logarithm of its length for each that comes, goes or is served', () => {
  const count = 4000;
  let looks = 0;
  const line = new WaitingLine<WaitingTurn>(() => {
    looks++;
    return 0;
  });
  const turns = Array.from({ length: count }, (_, arrival) => ({
    ...{ client: `${arrival % 500}`, priority: 'batch' as const, servedAt: 0, isOvertaken: false },
    get arrival() {
      looks++;
      return arrival;
    },
  }));
  for (const turn of turns) line.add(turn);
  for (const turn of turns.filter((_, index) => index % 2 === 0)) line.delete(turn);
  while (line.take());
  expect(line.size).toBe(0);
  expect(looks).toBeLessThan(12 * count * Math.log2(count));
});
