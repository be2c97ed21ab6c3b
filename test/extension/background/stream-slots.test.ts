import { expect, test } from 'vitest';
import { StreamSlots } from '../../../extension/background/stream-slots.ts';

const { signal } = new AbortController();

/** Notes the names of those who get a slot, in their order. */
function createQueue(slots: StreamSlots) {
  const served: string[] = [];
  const take = async (name: string, until = signal) => {
    await slots.take(until);
    served.push(name);
  };
  return { served, take };
}

test('as many run at once as there are slots', async () => {
  const slots = new StreamSlots(2);
  await slots.take(signal);
  expect(slots.isFull).toBe(false);
  await slots.take(signal);
  expect(slots.isFull).toBe(true);
});

test('who waits is served in order, as slots come back', async () => {
  const slots = new StreamSlots(1);
  const { served, take } = createQueue(slots);
  const all = Promise.all([take('a'), take('b'), take('c')]);
  await Promise.resolve();
  expect(served).toEqual(['a']);
  slots.giveBack();
  slots.giveBack();
  await all;
  expect(served).toEqual(['a', 'b', 'c']);
});

test('who gives up waiting leaves the slot to the next', async () => {
  const slots = new StreamSlots(1);
  const { served, take } = createQueue(slots);
  await take('a');
  const impatient = new AbortController();
  const refused = expect(take('b', impatient.signal)).rejects.toThrow('enough');
  const next = take('c');
  impatient.abort(new Error('enough'));
  await refused;
  slots.giveBack();
  await next;
  expect(served).toEqual(['a', 'c']);
  slots.giveBack();
  expect(slots.isFull).toBe(false);
});

test('who was aborted before gets no slot', async () => {
  const slots = new StreamSlots(1);
  await expect(slots.take(AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
  expect(slots.isFull).toBe(false);
});

test('giving up after the turn came changes nothing', async () => {
  const slots = new StreamSlots(1);
  const late = new AbortController();
  await slots.take(signal);
  const second = slots.take(late.signal);
  slots.giveBack();
  await second;
  late.abort();
  expect(slots.isFull).toBe(true);
  slots.giveBack();
  expect(slots.isFull).toBe(false);
});
