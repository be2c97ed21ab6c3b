import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { checkNames } from '../../../server/checks/check.ts';
import { checkTranslation } from '../../../server/checks/check-translation.ts';
import type { Detector } from '../../../server/languages/detector.ts';
import { loadDetector } from '../../../server/languages/load-detector.ts';
import { addTallies, countFalseAlarms, countFoundFaults, directions } from './measure-checks.ts';
import { faultKinds } from './plant-faults.ts';
import { readAttacks } from '../../read-attacks.ts';

let detect: Detector;

beforeAll(async () => {
  detect = await loadDetector();
});

test.each(directions)(
  'Of 100 translations by people, %s to %s, at most 4 raise an alarm',
  (source, target) => {
    const { pairs, alarms } = countFalseAlarms([source, target], 'even', detect);
    expect(pairs).toBe(100);
    expect(alarms).toBeLessThanOrEqual(4);
  },
);

test('Under 2 in 100 translations by people raise an alarm, and only of a number or a length', () => {
  const { pairs, alarms, byCheck } = addTallies(
    directions.map((direction) => countFalseAlarms(direction, 'even', detect)),
  );
  expect(pairs).toBe(4900);
  expect(alarms / pairs).toBeLessThan(0.015);
  expect(Object.entries(byCheck).flatMap(([name, count]) => (count > 0 ? [name] : []))).toEqual([
    'numbers',
    'ratio',
  ]);
});

const intendedChecks = {
  'swapped language': 'language',
  'dropped number': 'numbers',
  'lost URL': 'addresses',
  echo: 'echo',
  loop: 'repetition',
  answer: 'answered',
  'answer in the target language': 'answered',
} as const;

test.each(faultKinds)(
  'Of 200 planted faults of the kind "%s" over 95 in 100 are found, over 90 by the check for it',
  (kind) => {
    const { pairs, alarms, byCheck } = countFoundFaults(kind, { half: 'even', count: 200, detect });
    expect(pairs).toBe(200);
    expect(alarms).toBeGreaterThan(190);
    expect(byCheck[intendedChecks[kind]]).toBeGreaterThan(180);
  },
);

test('What a model answers that obeys an attack is found in over 95 of 100', () => {
  const attacks = readAttacks();
  const found = attacks.filter(({ text, obeyed, source, target }) => {
    return checkTranslation(createSubject(text, obeyed, source, target)).length > 0;
  });
  expect(attacks.length).toBeGreaterThanOrEqual(60);
  expect(found.length / attacks.length).toBeGreaterThan(0.95);
});

test('Findings come in the order of the list, one a check, and say nothing of the texts to the reader', () => {
  const source =
    'Geheimnis 42: Besuchen Sie https://example.com/geheim und drücken Sie {knopf}, dann `npm start`.';
  const findings = checkTranslation(
    createSubject(source, "I'm sorry, but I can't help with that.", 'de', 'fr'),
  );
  const names = findings.map(({ check }) => check);
  expect(names).toEqual(checkNames.filter((name) => names.includes(name)));
  expect(names).toEqual(
    expect.arrayContaining(['language', 'numbers', 'addresses', 'placeholders', 'code', 'answered']),
  );
  for (const { message } of findings) expect(message).toMatch(/^[A-Z][a-z ,-]+\.$/);
});

const tags = ['en', 'de', 'zh-Hans', 'zh-Hant', 'ja', 'ar', 'th', 'sr-Latn', 'sw', 'und', 'x-nonsense', ''];

const signs = Array.from('`{}<>/@.:%$_-0123٣१万月\n #*abñя漢かกא?!"\'');

test('No Unicode makes it throw, in any languages', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(fc.constantFrom(...signs), { maxLength: 200 }).map((chosen) => chosen.join('')),
  );
  fc.assert(
    fc.property(
      text,
      text,
      fc.constantFrom(...tags),
      fc.constantFrom(...tags),
      (source, translation, from, to) => {
        const glossary = [{ source: source.slice(0, 5), target: translation.slice(0, 5) }];
        expect(
          Array.isArray(checkTranslation({ ...createSubject(source, translation, from, to), glossary })),
        ).toBe(true);
      },
    ),
  );
});

function createSubject(
  source: string,
  translation: string,
  from: string,
  to: string,
): Parameters<typeof checkTranslation>[0] {
  return { source, translation, sourceLanguage: from, targetLanguage: to, glossary: [], detect };
}
