import { expect, it } from 'vitest';
import { digestToken } from '../../../server/access/named-tokens.ts';
import { isOpenWithoutToken, judgeToken, type TokenRules } from '../../../server/access/token-rules.ts';
import { makeFacts } from './make-facts.ts';

const makeNamed = (name: string, token: string) => ({ name, hash: digestToken(token).toString('base64url') });
const rules: TokenRules = {
  secret: 's3cret',
  listNamed: () => [makeNamed('first', 'n4med'), makeNamed('second', 'oth3r')],
};
const noSecret: TokenRules = { ...rules, secret: undefined };

it.each(['Bearer s3cret', 'bearer s3cret', 'BEARER   s3cret'])(
  'takes "%s" for the token s3cret',
  (authorization) => {
    expect(judgeToken(makeFacts({ headers: { authorization } }), rules)).toEqual({ key: 'token' });
  },
);

it.each([
  ['n4med', 'token:first'],
  ['oth3r', 'token:second'],
])('knows by the token %s that it is %s, with a secret and without', (token, key) => {
  const facts = makeFacts({ headers: { authorization: `Bearer ${token}` } });
  expect(judgeToken(facts, rules)).toEqual({ key });
  expect(judgeToken(facts, noSecret)).toEqual({ key });
});

it('takes no hash for the token', () => {
  const authorization = `Bearer ${digestToken('n4med').toString('base64url')}`;
  expect(judgeToken(makeFacts({ headers: { authorization } }), rules)).toMatchObject({
    code: 'unauthorized',
  });
});

const wrong = [
  [],
  [''],
  ['s3cret'],
  ['Bearer'],
  ['Bearer '],
  ['Bearer s3cre'],
  ['Bearer s3crett'],
  ['Bearer S3CRET'],
  ['Bearer s3cret x'],
  ['Basic s3cret'],
  ['Bearer s3cret', 'Bearer s3cret'],
  ['Bearer wrong', 'Bearer s3cret'],
];

it.each(wrong.map((authorization) => ({ authorization })))('refuses $authorization', ({ authorization }) => {
  for (const one of [rules, { ...noSecret, listNamed: () => [makeNamed('only', 's3cret')] }]) {
    const refusal = judgeToken(makeFacts({ headers: { authorization } }), one);
    expect(refusal).toMatchObject({ code: 'unauthorized' });
    expect(JSON.stringify(refusal)).not.toContain('s3cret');
  }
});

it('lets nobody in by an empty token', () => {
  for (const authorization of [[], ['Bearer'], ['Bearer ']]) {
    const empty = { ...rules, secret: '' };
    expect(judgeToken(makeFacts({ headers: { authorization } }), empty)).toMatchObject({
      code: 'unauthorized',
    });
  }
});

it.each(['/health', '/translate', '/docs', '/pages/assets/pair.js'])(
  'opens %s to a reader without the token',
  (target) => {
    expect(isOpenWithoutToken(makeFacts({ target }))).toBe(true);
    expect(isOpenWithoutToken(makeFacts({ target, method: 'POST' }))).toBe(false);
  },
);

it.each([
  '/',
  '/pair',
  '/openapi.json',
  '/metrics',
  '/v1/engines',
  '/v1/streams/7',
  '/healthz',
  '/health/..',
  '/HEALTH',
  '/translate_stream',
  '/pages',
  '//health',
])('asks for the token at %s', (target) => {
  expect(isOpenWithoutToken(makeFacts({ target }))).toBe(false);
});
