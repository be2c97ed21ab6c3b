import { expect, it } from 'vitest';
import { judgeAsking, judgeDeciding, judgePageView, judgePlace } from '../../../server/access/pair-rules.ts';
import type { Caller } from '../../../server/access/caller.ts';
import { chromiumOrigin, firefoxOrigin, makeFacts, pageOrigin } from './make-facts.ts';

const callers: Caller[] = [
  { kind: 'local', origin: undefined, key: undefined },
  { kind: 'own', origin: pageOrigin, key: pageOrigin },
  { kind: 'allowed', origin: chromiumOrigin, key: chromiumOrigin },
  { kind: 'allowed', origin: 'https://app.example', key: 'https://app.example' },
  { kind: 'unpaired', origin: firefoxOrigin, key: firefoxOrigin },
];
const sameOrigin = makeFacts({
  method: 'POST',
  target: '/pair',
  headers: { 'sec-fetch-site': 'same-origin' },
});

it('pairs on this machine only, whatever a proxy or a token says', () => {
  expect(judgePlace(makeFacts({}), '127.0.0.1')).toBeUndefined();
  expect(judgePlace(makeFacts({}), '192.168.1.7')).toMatchObject({ code: 'forbidden_host' });
  expect(judgePlace(makeFacts({}), undefined)).toMatchObject({ code: 'forbidden_host' });
  const forwarded = makeFacts({ headers: { 'x-forwarded-for': '127.0.0.1' } });
  expect(judgePlace(forwarded, '127.0.0.1')).toMatchObject({ code: 'forbidden_host' });
});

it('shows the page to a tab and to a local program', () => {
  expect(judgePageView(makeFacts({}))).toBeUndefined();
  expect(judgePageView(makeFacts({ headers: { 'sec-fetch-dest': 'document' } }))).toBeUndefined();
});

it.each([
  { 'sec-fetch-dest': 'empty' },
  { 'sec-fetch-dest': 'iframe' },
  { 'sec-fetch-dest': ['document', 'empty'] },
  { origin: chromiumOrigin },
  { origin: pageOrigin },
])('keeps the nonces of the page from scripts and frames: %j', (headers) => {
  expect(judgePageView(makeFacts({ headers }))).toMatchObject({ code: 'forbidden_origin' });
});

it('lets extensions ask, and nobody else', () => {
  const asking = callers.filter((caller) => !judgeAsking(caller)).map(({ origin }) => origin);
  expect(asking).toEqual([chromiumOrigin, firefoxOrigin]);
});

it('lets our own page decide, and nobody else', () => {
  const deciding = callers.filter((caller) => !judgeDeciding(caller, sameOrigin)).map(({ kind }) => kind);
  expect(deciding).toEqual(['own']);
});

it.each([undefined, 'none', 'same-site', 'cross-site'])('lets nobody decide when the site is %s', (site) => {
  const facts = makeFacts({ headers: site === undefined ? {} : { 'sec-fetch-site': site } });
  const refusals = callers.map((caller) => judgeDeciding(caller, facts)?.code);
  expect(refusals).toEqual(callers.map(() => 'forbidden_origin'));
});
