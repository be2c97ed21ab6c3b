import { expect, it } from 'vitest';
import { isForwarded, judgeForwarding } from '../../../server/access/forwarding-rules.ts';
import { makeFacts } from './make-facts.ts';

const passedOn = [
  { 'x-forwarded-for': '203.0.113.9' },
  { 'x-forwarded-for': '127.0.0.1' },
  { 'x-forwarded-for': '' },
  { 'x-forwarded-host': '127.0.0.1' },
  { 'x-forwarded-proto': 'https' },
  { forwarded: 'for=127.0.0.1' },
  { via: '1.1 proxy' },
  { 'x-forwarded': 'for=203.0.113.9' },
  { 'x-real-ip': '203.0.113.9' },
  { 'x-client-ip': '203.0.113.9' },
  { 'x-cluster-client-ip': '203.0.113.9' },
  { 'true-client-ip': '203.0.113.9' },
  { 'cf-connecting-ip': '203.0.113.9' },
];

it.each(passedOn)('refuses a request that a proxy passed on, by %o', (headers) => {
  const facts = makeFacts({ headers });
  expect(isForwarded(facts)).toBe(true);
  expect(judgeForwarding(facts, false)).toMatchObject({ code: 'forbidden_host' });
});

it.each(passedOn)('leaves it to the token when there is one, by %o', (headers) => {
  expect(judgeForwarding(makeFacts({ headers }), true)).toBeUndefined();
});

it('lets direct requests through', () => {
  const facts = makeFacts({ headers: { 'user-agent': 'curl/8', 'x-requested-with': 'via' } });
  expect(isForwarded(facts)).toBe(false);
  expect(judgeForwarding(facts, false)).toBeUndefined();
});
