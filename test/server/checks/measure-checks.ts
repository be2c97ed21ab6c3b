import { checkNames, type CheckName } from '../../../server/checks/check.ts';
import { checkTranslation } from '../../../server/checks/check-translation.ts';
import type { Detector } from '../../../server/languages/detector.ts';
import { floresLanguages, readFloresHalf, type Half } from '../../read-flores.ts';
import { plantFault, type FaultKind, type SentencePair } from './plant-faults.ts';

export type Direction = readonly [source: string, target: string];

const others = floresLanguages.filter((tag) => tag !== 'en');

/** From English into each language, back, and between languages far from and near to each other. */
export const directions: readonly Direction[] = [
  ...others.map((tag) => ['en', tag] as const),
  ...others.map((tag) => [tag, 'en'] as const),
  ['de', 'fr'],
  ['ja', 'zh'],
  ['es', 'pt'],
  ['ru', 'uk'],
  ['ar', 'he'],
];

/** Directions that faults are planted in. */
const plantingDirections: readonly Direction[] = [
  ['en', 'de'],
  ['en', 'zh'],
  ['en', 'ar'],
  ['en', 'es'],
  ['ja', 'en'],
  ['fr', 'en'],
  ['de', 'fr'],
  ['es', 'pt'],
  ['ru', 'uk'],
  ['cs', 'pl'],
  ['zh', 'ko'],
  ['pt', 'en'],
];

/** How many of some pairs the checks found something in. */
export interface Tally {
  pairs: number;
  alarms: number;
  byCheck: Record<CheckName, number>;
}

/** What the checks say of the human translations in one direction: every alarm is false, or a person's mistake. */
export function countFalseAlarms([source, target]: Direction, half: Half, detect: Detector): Tally {
  return tally(listPairs([source, target], half), detect);
}

/** What the checks say of `count` pairs with a fault each, or of as many as have a place for it. */
export function countFoundFaults(
  kind: FaultKind,
  { half, count, detect }: { half: Half; count: number; detect: Detector },
): Tally {
  return tally(plantFaults(kind, half).slice(0, count), detect);
}

export function addTallies(tallies: readonly Tally[]): Tally {
  const sum = createTally();
  for (const { pairs, alarms, byCheck } of tallies) {
    sum.pairs += pairs;
    sum.alarms += alarms;
    for (const name of checkNames) sum.byCheck[name] += byCheck[name];
  }
  return sum;
}

/** The directions turn by turn, so that every kind of fault is in all of them. */
function plantFaults(kind: FaultKind, half: Half): SentencePair[] {
  const all = plantingDirections.map((direction) => listPairs(direction, half));
  const places = Array.from({ length: 100 }, (_, line) =>
    all.map((pairs) => ({ pair: pairs[line], line })),
  ).flat();
  const planted: SentencePair[] = [];
  for (const { pair, line } of places) {
    const inLanguage = (tag: string): string => readFloresHalf(tag, half)[line] ?? '';
    const faulty = pair && plantFault[kind]({ pair, index: planted.length, inLanguage });
    if (faulty !== undefined) planted.push(faulty);
  }
  return planted;
}

function listPairs([sourceLanguage, targetLanguage]: Direction, half: Half): SentencePair[] {
  const translations = readFloresHalf(targetLanguage, half);
  return readFloresHalf(sourceLanguage, half).map((source, i) => {
    return { source, translation: translations[i] ?? '', sourceLanguage, targetLanguage };
  });
}

function tally(pairs: readonly SentencePair[], detect: Detector): Tally {
  const sum = createTally();
  for (const pair of pairs) {
    const findings = checkTranslation({ ...pair, glossary: [], detect });
    sum.pairs++;
    sum.alarms += Math.min(1, findings.length);
    for (const { check } of findings) sum.byCheck[check]++;
  }
  return sum;
}

function createTally(): Tally {
  const byCheck = Object.fromEntries(checkNames.map((name) => [name, 0])) as Record<CheckName, number>;
  return { pairs: 0, alarms: 0, byCheck };
}
