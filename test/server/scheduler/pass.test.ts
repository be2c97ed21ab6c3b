import { getEventListeners, setMaxListeners } from 'node:events';
import { expect, it } from 'vitest';
import { Scheduler } from '../../../server/scheduler/scheduler.ts';
import type { Turn, TurnTerms } from '../../../server/scheduler/turn.ts';

const engine = { name: 'ollama', concurrency: 1 };
const never = new AbortController().signal;
setMaxListeners(0, never);
const idle = { running: 0, waiting: 0 };

/** Keeps a log of who has the turn: each works until it is told to go on. */
class Office {
  readonly scheduler = new Scheduler(99);
  readonly log: string[] = [];
  readonly #turns = new Map<string, Turn>();

  enter(name: string, terms: Partial<TurnTerms> = {}, signal = never): void {
    const turn = this.scheduler.enter(engine, { client: 'a', priority: 'interactive', ...terms });
    this.#turns.set(name, turn);
    void this.#work(name, async () => {
      const places = turn.wait(signal);
      while (!(await places.next()).done);
    });
  }

  /** One part of its work is done; more follow. */
  async pass(name: string, signal = never): Promise<void> {
    void this.#work(name, () => this.get(name).pass(signal));
    await settle();
  }

  async leave(name: string): Promise<void> {
    this.get(name).leave();
    await settle();
  }

  get(name: string): Turn {
    const turn = this.#turns.get(name);
    if (!turn) throw new Error(`Nobody is called ${name}.`);
    return turn;
  }

  async #work(name: string, wait: () => Promise<void>): Promise<void> {
    await wait();
    this.log.push(name);
  }
}

/** Everything that needs no timer has happened. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

it('goes on at once when nobody waits', async () => {
  const office = new Office();
  office.enter('long');
  await office.pass('long');
  await office.pass('long');
  expect(office.log).toEqual(['long', 'long', 'long']);
});

it('lets a short one go first between two parts of a long one', async () => {
  const office = new Office();
  office.enter('long');
  await settle();
  office.enter('short');
  await office.pass('long');
  expect(office.log).toEqual(['long', 'short']);
  expect(office.scheduler.countTurns(engine)).toEqual({ running: 1, waiting: 1 });
  await office.leave('short');
  expect(office.log.at(-1)).toBe('long');
});

it('lets one short one go first between every two parts of a long one, and no more', async () => {
  const office = new Office();
  for (const name of ['long', 'short', 'other', 'late']) office.enter(name);
  await office.pass('long');
  await office.leave('short');
  await office.pass('long');
  await office.leave('other');
  expect(office.log).toEqual(['long', 'short', 'long', 'other', 'long']);
});

it('serves clients in turn, however many one has brought', async () => {
  const office = new Office();
  for (const name of ['a1', 'a2', 'a3']) office.enter(name);
  for (const name of ['b1', 'b2']) office.enter(name, { client: 'b' });
  for (const name of ['a1', 'b1', 'a2', 'b2']) await office.leave(name);
  expect(office.log).toEqual(['a1', 'b1', 'a2', 'b2', 'a3']);
});

it('alternates between the parts of two long ones', async () => {
  const office = new Office();
  office.enter('one');
  office.enter('two', { client: 'b' });
  for (const name of ['one', 'two', 'one', 'two']) await office.pass(name);
  expect(office.log).toEqual(['one', 'two', 'one', 'two', 'one']);
});

it('lets interactive ones go first between the parts of a batch, never a batch between theirs', async () => {
  const office = new Office();
  office.enter('batch', { client: 'b', priority: 'batch' });
  await settle();
  office.enter('urgent');
  await office.pass('batch');
  await office.pass('urgent');
  await office.pass('urgent');
  expect(office.log).toEqual(['batch', 'urgent', 'urgent', 'urgent']);
  await office.leave('urgent');
  expect(office.log.at(-1)).toBe('batch');
});

it('does not let an interactive one go first when the batch was promoted while it ran', async () => {
  const office = new Office();
  office.enter('promoted', { client: 'a', priority: 'batch' });
  office.enter('batch', { client: 'b', priority: 'batch' });
  office.get('promoted').promote();
  await office.pass('promoted');
  expect(office.log).toEqual(['promoted', 'promoted']);
});

it('wakes only whom the turn goes to, with no timer between', async () => {
  const office = new Office();
  for (const name of ['first', 'second', 'third']) office.enter(name);
  await settle();
  office.log.length = 0;
  office.get('first').leave();
  await settle();
  expect(office.log).toEqual(['second']);
});

it('tells the place of who gave its turn away', async () => {
  const office = new Office();
  office.enter('long');
  for (const name of ['short', 'other']) office.enter(name, { client: 'b' });
  await office.pass('long');
  expect((await office.get('long').wait(never).next()).value).toBe(1);
});

it('gives the place up at once when the signal aborts while others go first', async () => {
  const office = new Office();
  office.enter('long');
  office.enter('short');
  const gone = new AbortController();
  await office.pass('long', gone.signal);
  gone.abort();
  expect(office.scheduler.countTurns(engine)).toEqual({ running: 1, waiting: 0 });
  await settle();
  expect(office.log.at(-1)).toBe('long');
  expect(getEventListeners(gone.signal, 'abort')).toEqual([]);
});

it('keeps the turn when the signal has aborted, for nobody works on', async () => {
  const office = new Office();
  office.enter('long');
  office.enter('short');
  await office.pass('long', AbortSignal.abort());
  expect(office.log).not.toContain('short');
});

it('leaves nothing behind when all have left, in the queue and between their parts', async () => {
  const office = new Office();
  for (const name of ['one', 'two', 'three']) office.enter(name, { client: name });
  await office.pass('one');
  for (const name of ['one', 'two', 'three']) await office.leave(name);
  expect(office.scheduler.countTurns(engine)).toEqual(idle);
});
