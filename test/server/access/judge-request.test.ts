import { describe, expect, it } from 'vitest';
import { createHostRules } from '../../../server/access/host-rules.ts';
import { digestToken } from '../../../server/access/named-tokens.ts';
import { judgeRequest, type AccessRules } from '../../../server/access/judge-request.ts';
import { createOriginRules } from '../../../server/access/origin-rules.ts';
import { chromiumOrigin, firefoxOrigin, makeFacts, pageOrigin, type SentRequest } from './make-facts.ts';

const hash = (token: string): string => digestToken(token).toString('base64url');

const open: AccessRules = {
  hosts: createHostRules('127.0.0.1', []),
  origins: createOriginRules(['https://app.example'], () => false),
  tokens: { secret: undefined, listNamed: () => [{ name: 'reader', hash: hash('n4med') }] },
};
const withToken: AccessRules = { ...open, tokens: { ...open.tokens, secret: 's3cret' } };
const named = 'Bearer n4med';
const authorization = 'Bearer s3cret';
const preflight = {
  'access-control-request-method': 'POST',
  'access-control-request-headers': 'content-type',
};

/** The verdict in a word: who passes, or the code of the refusal. */
function judge(request: SentRequest, rules: AccessRules): string {
  const verdict = judgeRequest(makeFacts(request), rules);
  if (verdict.type === 'refuse') return verdict.refusal.code;
  return verdict.type === 'pass' ? verdict.caller.kind : verdict.type;
}

type Row = [request: SentRequest, withoutToken: string, withToken: string];

const rows: Row[] = [
  [{}, 'local', 'unauthorized'],
  [{ headers: { authorization } }, 'local', 'local'],
  [{ headers: { authorization: named } }, 'local', 'local'],
  [{ headers: { authorization: 'Bearer wrong' } }, 'local', 'unauthorized'],
  [{ target: '/health', headers: { authorization: 'Bearer wrong' } }, 'local', 'local'],
  [{ target: '/health' }, 'local', 'local'],
  [{ target: '/pair' }, 'local', 'unauthorized'],
  [{ target: '/' }, 'local', 'unauthorized'],
  [{ method: 'OPTIONS' }, 'local', 'unauthorized'],
  [{ method: 'OPTIONS', headers: preflight }, 'local', 'unauthorized'],
  [{ method: 'POST', headers: { origin: pageOrigin } }, 'own', 'unauthorized'],
  [{ method: 'POST', headers: { origin: pageOrigin, authorization: named } }, 'own', 'own'],
  [{ method: 'POST', headers: { origin: chromiumOrigin } }, 'allowed', 'unauthorized'],
  [{ method: 'POST', headers: { origin: chromiumOrigin, authorization: named } }, 'allowed', 'allowed'],
  [{ method: 'POST', headers: { origin: chromiumOrigin, authorization } }, 'allowed', 'allowed'],
  [{ method: 'OPTIONS', headers: { origin: chromiumOrigin, ...preflight } }, 'preflight', 'preflight'],
  [{ method: 'OPTIONS', headers: { origin: 'https://app.example', ...preflight } }, 'preflight', 'preflight'],
  [{ method: 'OPTIONS', headers: { origin: 'https://app.example' } }, 'allowed', 'unauthorized'],
  [
    { method: 'OPTIONS', headers: { origin: firefoxOrigin, ...preflight } },
    'pairing_required',
    'pairing_required',
  ],
  [
    { method: 'OPTIONS', target: '/pair', headers: { origin: firefoxOrigin, ...preflight } },
    'pairing_required',
    'pairing_required',
  ],
  [
    { method: 'OPTIONS', headers: { origin: 'http://evil.example', ...preflight } },
    'forbidden_origin',
    'forbidden_origin',
  ],
  [{ method: 'OPTIONS', headers: { origin: 'null', ...preflight } }, 'forbidden_origin', 'forbidden_origin'],
  [{ method: 'POST', headers: { origin: firefoxOrigin } }, 'pairing_required', 'unauthorized'],
  [{ method: 'POST', headers: { origin: firefoxOrigin, authorization } }, 'pairing_required', 'allowed'],
  [{ method: 'POST', headers: { origin: firefoxOrigin, authorization: named } }, 'allowed', 'allowed'],
  [{ method: 'POST', target: '/pair', headers: { origin: firefoxOrigin } }, 'unpaired', 'unauthorized'],
  [
    { method: 'POST', target: '/pair/', headers: { origin: firefoxOrigin } },
    'pairing_required',
    'unauthorized',
  ],
  [
    { method: 'GET', target: '/pair', headers: { origin: firefoxOrigin } },
    'pairing_required',
    'unauthorized',
  ],
  [
    { method: 'DELETE', target: '/v1/streams/7', headers: { origin: firefoxOrigin } },
    'pairing_required',
    'unauthorized',
  ],
  [
    { method: 'POST', headers: { origin: 'http://evil.example', authorization } },
    'forbidden_origin',
    'forbidden_origin',
  ],
  [{ headers: { 'sec-fetch-site': 'cross-site', authorization } }, 'forbidden_origin', 'forbidden_origin'],
  [
    { target: '/health', headers: { 'sec-fetch-site': 'cross-site' } },
    'forbidden_origin',
    'forbidden_origin',
  ],
  [{ headers: { host: 'evil.example', authorization } }, 'forbidden_host', 'forbidden_host'],
  [
    { method: 'OPTIONS', headers: { host: 'evil.example', origin: chromiumOrigin, ...preflight } },
    'forbidden_host',
    'forbidden_host',
  ],
  [{ headers: { host: 'evil.example', origin: 'http://evil.example' } }, 'forbidden_host', 'forbidden_host'],
  [{ headers: { 'x-forwarded-for': '203.0.113.9' } }, 'forbidden_host', 'unauthorized'],
  [{ headers: { 'x-forwarded-for': '203.0.113.9', authorization } }, 'forbidden_host', 'local'],
];

describe('who may call', () => {
  it.each(rows)('%j is %s without a token set', (request, expected) => {
    expect(judge(request, open)).toBe(expected);
  });

  it.each(rows)('%j is (%s, or) %s with a token set', (request, _without, expected) => {
    expect(judge(request, withToken)).toBe(expected);
  });
});

it('counts callers by their token, else by their origin, and local programs not at all', () => {
  const key = (request: SentRequest, rules: AccessRules) => {
    const verdict = judgeRequest(makeFacts(request), rules);
    return verdict.type === 'pass' ? verdict.caller.key : verdict.type;
  };
  expect(key({}, open)).toBeUndefined();
  expect(key({ headers: { origin: chromiumOrigin } }, open)).toBe(chromiumOrigin);
  expect(key({ headers: { authorization } }, withToken)).toBe('token');
  expect(key({ headers: { authorization, origin: chromiumOrigin } }, withToken)).toBe('token');
  expect(key({ headers: { authorization: named, origin: chromiumOrigin } }, open)).toBe('token:reader');
  expect(key({ headers: { authorization: named } }, withToken)).toBe('token:reader');
});

it('lets nobody but allowed origins read an answer', () => {
  const readableBy = (request: SentRequest, rules: AccessRules) => {
    const verdict = judgeRequest(makeFacts(request), rules);
    return verdict.type === 'preflight' ? verdict.origin : verdict.readableBy;
  };
  expect(readableBy({ headers: { origin: 'https://app.example' } }, open)).toBe('https://app.example');
  expect(readableBy({ headers: { origin: 'https://app.example' } }, withToken)).toBe('https://app.example');
  expect(readableBy({ headers: { origin: 'http://evil.example' } }, open)).toBeUndefined();
  expect(readableBy({ headers: { origin: firefoxOrigin } }, open)).toBeUndefined();
  expect(
    readableBy({ method: 'POST', target: '/pair', headers: { origin: firefoxOrigin } }, open),
  ).toBeUndefined();
  expect(
    readableBy({ headers: { origin: 'https://app.example', 'x-forwarded-for': '1' } }, open),
  ).toBeUndefined();
});
