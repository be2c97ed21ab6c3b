import { isSameLanguage } from '../../shared/is-same-language.ts';
import type { DetectResponse } from '../../shared/detect-response.ts';

/** What a text's language is decided by. */
export interface TargetFacts {
  /** BCP 47 tag. */
  target: string;
  /** BCP 47 tag; empty: none. */
  secondTarget: string;
  /** What the server found out; undefined when it did not, or not in time. */
  detected: DetectResponse['detections'][number] | undefined;
}

/** As the server's own limit, above which it relies on a detection. */
const confidentAbove = 0.95;

/** The language that a text goes into: the second only if it is surely in the first already. Pure. */
export function decideTarget({ target, secondTarget, detected }: TargetFacts): string {
  if (detected === undefined || detected.confidence <= confidentAbove) return target;
  const { language } = detected;
  const isSecondBetter = isSameLanguage(language, target) && !isSameLanguage(language, secondTarget);
  return isSecondBetter && secondTarget !== '' ? secondTarget : target;
}
