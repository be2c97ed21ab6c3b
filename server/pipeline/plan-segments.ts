import type { SegmentRange } from '../../shared/translation-event.ts';
import type { Engine, LanguagePair } from '../engines/engine.ts';
import { createMissingPair, findPair } from '../engines/find-pair.ts';
import { confidentAbove, type Detector } from '../languages/detector.ts';
import { hasNothingToTranslate } from '../languages/has-nothing-to-translate.ts';
import { isSameLanguage } from '../../shared/is-same-language.ts';
import { readMarkup } from '../markup/read-markup.ts';
import { splitOuterSpace } from '../segments/white-space.ts';
import type { Manner } from './manner.ts';

/**
 * What to do with a segment: `translate` it; `keep` it as it is, for nothing in it can be translated, or it is in the target language
 * already (`same-language`); or say that the engine has no pair for it (`no-pair`).
 */
export interface SegmentPlan {
  step: 'translate' | 'keep' | 'same-language' | 'no-pair';
  /** BCP 47 tag, `und` when nobody knows. */
  source: string;
}

/** What is known of a request when its segments are planned. */
export interface SegmentFacts {
  texts: readonly string[];
  segments: readonly SegmentRange[];
  /** The request's source language, `und` when it has none. */
  given: string;
  target: string;
  manner: Manner;
  engine: Engine;
  isMarkup: boolean;
  /** What stands before the first text; empty where nobody said. */
  before: string;
}

/**
 * The source language of the whole, and what to do with each segment. Throws `unsupported_language` when there is something to translate
 * and the engine has a pair for none of it.
 */
export function planSegments(
  facts: SegmentFacts,
  detect: Detector,
): { source: string; steps: SegmentPlan[] } {
  const needsDetection = facts.given === 'und' || isSameLanguage(facts.given, facts.target);
  const parts = facts.segments.map(({ text, start, end }) => {
    const part = facts.texts[text]?.slice(start, end) ?? '';
    const { core: plain } = splitOuterSpace(facts.isMarkup ? readMarkup(part).plain : part);
    return { plain, detected: needsDetection && plain !== '' ? detectSurely(plain, detect) : 'und' };
  });
  const source = facts.given === 'und' ? findOverall(parts, facts.before, detect) : facts.given;
  const steps = parts.map((part) => planSegment(part, source, facts));
  refuseWithoutPair(facts, source, steps);
  return { source, steps };
}

/** The text of a segment without markup and outer white space, and the language it is surely in, else `und`; looked for only where it matters. */
interface Part {
  plain: string;
  detected: string;
}

function detectSurely(text: string, detect: Detector): string {
  const { language, confidence } = detect(text);
  return confidence > confidentAbove ? language : 'und';
}

/** The language that most of the text is in; where no segment alone is sure, perhaps all together are, with what stands before. */
function findOverall(parts: readonly Part[], before: string, detect: Detector): string {
  const chars = new Map<string, number>();
  for (const { plain, detected } of parts) {
    if (detected !== 'und') chars.set(detected, (chars.get(detected) ?? 0) + plain.length);
  }
  const [most] = [...chars].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? detectSurely([before, ...parts.map(({ plain }) => plain)].join('\n'), detect);
}

function planSegment(
  { plain, detected }: Part,
  overall: string,
  { given, target, manner, engine }: SegmentFacts,
): SegmentPlan {
  if (plain === '') return { step: 'keep', source: 'und' };
  const source = given === 'und' && detected !== 'und' ? detected : overall;
  if (manner === 'checked') {
    if (hasNothingToTranslate(plain)) return { step: 'keep', source };
    if (isInTarget({ source, given, detected }, target)) return { step: 'same-language', source };
  }
  return engine.pairs ? planForPairs(engine.pairs, source, { given, target }) : { step: 'translate', source };
}

function planForPairs(
  pairs: readonly LanguagePair[],
  source: string,
  { given, target }: Pick<SegmentFacts, 'given' | 'target'>,
): SegmentPlan {
  // In the original manner the model gets a text in its target language too: as if it were in the language that it knows.
  const assumed = isSameLanguage(source, target) && given === 'und' ? 'und' : source;
  const pair = findPair(pairs, assumed, target);
  return pair ? { step: 'translate', source: pair.source } : { step: 'no-pair', source };
}

/** A language that was given more broadly than the target (`zh` for `zh-Hant`) counts only if the text itself shows no other one. */
function isInTarget(
  { source, given, detected }: { source: string; given: string; detected: string },
  target: string,
): boolean {
  if (source === target) return true;
  if (!isSameLanguage(source, target)) return false;
  return given === 'und' || isSameLanguage(detected, target);
}

function refuseWithoutPair(
  { engine, target }: SegmentFacts,
  source: string,
  plans: readonly SegmentPlan[],
): void {
  const has = (step: SegmentPlan['step']): boolean => plans.some((plan) => plan.step === step);
  if (!engine.pairs || !has('no-pair') || has('translate') || has('same-language')) return;
  throw createMissingPair(engine.pairs, source, target);
}
