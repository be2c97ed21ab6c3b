import { expect, test } from 'vitest';
import { checkTranslation } from '../../../server/checks/check-translation.ts';
import { createSubject } from './create-subject.ts';
import { floresLanguages } from '../../read-flores.ts';

/** Names of countries and currencies as CLDR has them: short texts, many of them alike in many languages. */
function listNames(tag: string): Map<string, string> {
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  const regions = letters.flatMap((first) => letters.map((second) => first + second));
  const lists = [
    { codes: regions, names: new Intl.DisplayNames(tag, { type: 'region', fallback: 'none' }) },
    {
      codes: Intl.supportedValuesOf('currency'),
      names: new Intl.DisplayNames(tag, { type: 'currency', fallback: 'none' }),
    },
  ];
  return new Map(
    lists.flatMap(({ codes, names }) => codes.map((code) => [code, names.of(code) ?? ''] as const)),
  );
}

const english = listNames('en');

test.each(floresLanguages.filter((tag) => tag !== 'en'))(
  'Of the names of countries and currencies in %s under 1 in 100 raise an alarm',
  (tag) => {
    let alarms = 0;
    let pairs = 0;
    for (const [code, name] of listNames(tag)) {
      const source = english.get(code) ?? '';
      if (source === '' || name === '') continue;
      pairs += 2;
      alarms += Math.min(1, checkTranslation(createSubject(source, name, { from: 'en', to: tag })).length);
      alarms += Math.min(1, checkTranslation(createSubject(name, source, { from: tag, to: 'en' })).length);
    }
    expect(pairs).toBeGreaterThan(500);
    expect(alarms / pairs).toBeLessThan(0.01);
  },
);
