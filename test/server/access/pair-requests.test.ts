import { expect, it } from 'vitest';
import { createPairRequests } from '../../../server/access/pair-requests.ts';

const fiveMinutes = 5 * 60_000;

function createRequests() {
  const clock = { time: 1000 };
  return { clock, requests: createPairRequests(() => clock.time) };
}

it('lists who asked, with the code', () => {
  const { requests } = createRequests();
  expect(requests.ask('moz-extension://a', '123456')).toBe('pending');
  expect(requests.list()).toEqual([{ origin: 'moz-extension://a', code: '123456' }]);
});

it('keeps one question an origin: a new code takes the place of the old', () => {
  const { requests } = createRequests();
  requests.ask('moz-extension://a', '111111');
  requests.ask('moz-extension://a', '222222');
  expect(requests.list()).toEqual([{ origin: 'moz-extension://a', code: '222222' }]);
});

it('keeps five questions in all, and says when to come back', () => {
  const { requests } = createRequests();
  for (const name of 'abcde') requests.ask(`moz-extension://${name}`, '123456');
  const ask = () => requests.ask('moz-extension://f', '123456');
  expect(ask).toThrow(expect.objectContaining({ code: 'too_many_requests', retryAfterSeconds: 300 }));
  expect(requests.ask('moz-extension://a', '654321')).toBe('pending');
  expect(requests.list()).toHaveLength(5);
});

it('has room again when one was answered or grew old', () => {
  const { clock, requests } = createRequests();
  for (const name of 'abcde') requests.ask(`moz-extension://${name}`, '123456');
  requests.remove('moz-extension://a');
  expect(requests.ask('moz-extension://f', '123456')).toBe('pending');
  requests.deny('moz-extension://b');
  expect(requests.ask('moz-extension://g', '123456')).toBe('pending');
  clock.time += fiveMinutes;
  expect(requests.ask('moz-extension://h', '123456')).toBe('pending');
  expect(requests.list()).toHaveLength(1);
});

it('closes a question after five minutes, however often it is asked meanwhile', () => {
  const { clock, requests } = createRequests();
  requests.ask('moz-extension://a', '123456');
  clock.time += fiveMinutes - 1;
  requests.ask('moz-extension://a', '123456');
  expect(requests.list()).toHaveLength(1);
  clock.time += 1;
  expect(requests.list()).toEqual([]);
});

it('tells a denied extension so for five minutes, under any code, and lists it no more', () => {
  const { clock, requests } = createRequests();
  requests.ask('moz-extension://a', '123456');
  requests.deny('moz-extension://a');
  expect(requests.ask('moz-extension://a', '123456')).toBe('denied');
  expect(requests.ask('moz-extension://a', '654321')).toBe('denied');
  expect(requests.list()).toEqual([]);
  clock.time += fiveMinutes;
  expect(requests.ask('moz-extension://a', '654321')).toBe('pending');
});
