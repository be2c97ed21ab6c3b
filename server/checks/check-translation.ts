import type { Check, CheckSubject, Finding } from './check.ts';
import { checkAddresses } from './check-addresses.ts';
import { checkAnswered } from './check-answered.ts';
import { checkCode } from './check-code.ts';
import { checkEcho } from './check-echo.ts';
import { checkGlossary } from './check-glossary.ts';
import { checkLanguage } from './check-language.ts';
import { checkLines } from './check-lines.ts';
import { checkNumbers } from './check-numbers.ts';
import { checkPlaceholders } from './check-placeholders.ts';
import { checkRatio } from './check-ratio.ts';
import { checkRepetition } from './check-repetition.ts';

/** In the order of `checkNames`. */
const checks: readonly Check[] = [
  checkLanguage,
  checkEcho,
  checkNumbers,
  checkAddresses,
  checkPlaceholders,
  checkCode,
  checkLines,
  checkRatio,
  checkRepetition,
  checkAnswered,
  checkGlossary,
];

/** Everything that is wrong with a translation, at most one finding a check, in the order of `checkNames`. Empty when all is well. Never throws. */
export function checkTranslation(subject: CheckSubject): Finding[] {
  return checks.map((check) => check(subject)).filter((finding) => finding !== undefined);
}
