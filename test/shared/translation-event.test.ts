import { expect, it } from 'vitest';
import { parseTranslationEvent } from '../../shared/translation-event.ts';

it('reads an event of a known name', () => {
  const data = { segment: 0, attempt: 1, text: 'a' };
  expect(parseTranslationEvent('delta', JSON.stringify(data))).toEqual({ event: 'delta', data });
});

it.each(['news', 'message', 'constructor', '__proto__', ''])('leaves out the unknown event "%s"', (name) => {
  expect(parseTranslationEvent(name, '{}')).toBeUndefined();
});

it.each([
  ['delta', '{"segment":0}'],
  ['done', '{}'],
  ['error', '{"code":"timeout"}'],
  ['delta', 'not JSON'],
])('refuses %s with the data %s', (name, data) => {
  expect(() => parseTranslationEvent(name, data)).toThrow();
});

it('reads a code that only a newer server knows as internal', () => {
  const data = '{"code":"no_such_code","message":"m","retryable":true}';
  expect(parseTranslationEvent('error', data)).toMatchObject({ data: { code: 'internal', message: 'm' } });
});
