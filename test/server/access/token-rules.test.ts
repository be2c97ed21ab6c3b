import { expect, it } from 'vitest';
import { isOpenWithoutToken, judgeToken } from '../../../server/access/token-rules.ts';
import { makeFacts } from './make-facts.ts';

it.each(['Bearer s3cret', 'bearer s3cret', 'BEARER   s3cret'])(
  'takes "%s" for the token s3cret',
  (authorization) => {
    expect(judgeToken(makeFacts({ headers: { authorization } }), 's3cret')).toBeUndefined();
  },
);

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
  const refusal = judgeToken(makeFacts({ headers: { authorization } }), 's3cret');
  expect(refusal).toMatchObject({ code: 'unauthorized' });
  expect(JSON.stringify(refusal)).not.toContain('s3cret');
});

it('lets nobody in by an empty token', () => {
  for (const authorization of [[], ['Bearer'], ['Bearer ']]) {
    expect(judgeToken(makeFacts({ headers: { authorization } }), '')).toMatchObject({ code: 'unauthorized' });
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
