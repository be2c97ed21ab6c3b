import { expect, it } from 'vitest';
import { createOneTimeNonces } from '../../../server/access/one-time-nonces.ts';

function createNonces(limit = 10) {
  const clock = { time: 1000 };
  return { clock, nonces: createOneTimeNonces({ now: () => clock.time, lifetimeMs: 500, limit }) };
}

it('gives back what a nonce stands for, once', () => {
  const { nonces } = createNonces();
  const nonce = nonces.issue('allow a');
  expect(nonces.use(nonce)).toBe('allow a');
  expect(nonces.use(nonce)).toBeUndefined();
});

it('knows no nonce that it did not issue', () => {
  const { nonces } = createNonces();
  nonces.issue('allow a');
  for (const made of ['', 'allow a', 'AAAAAAAAAAAAAAAAAAAAAA', '__proto__'])
    expect(nonces.use(made)).toBeUndefined();
});

it('makes each nonce of 128 random bits', () => {
  const { nonces } = createNonces();
  const made = Array.from({ length: 100 }, () => nonces.issue('a'));
  expect(new Set(made).size).toBe(100);
  expect(made.every((nonce) => Buffer.from(nonce, 'base64url').length === 16)).toBe(true);
});

it('forgets a nonce when its time is over', () => {
  const { clock, nonces } = createNonces();
  const [early, late] = [nonces.issue('a'), nonces.issue('b')];
  clock.time += 499;
  expect(nonces.use(early)).toBe('a');
  clock.time += 1;
  expect(nonces.use(late)).toBeUndefined();
});

it('keeps no more than its limit, the newest', () => {
  const { nonces } = createNonces(2);
  const made = ['a', 'b', 'c'].map((subject) => nonces.issue(subject));
  expect(made.map((nonce) => nonces.use(nonce))).toEqual([undefined, 'b', 'c']);
});
