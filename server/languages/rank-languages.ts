import { getLanguageSubtag } from '../../shared/get-language-subtag.ts';
import { getScript } from '../../shared/get-script.ts';

/** The part of `eld` that is used. */
export interface ScoreSource {
  detect: (text: string) => { getScores: () => Record<string, number> };
}

/** Where `eld`'s codes aren't the tags of the language table. */
const tags: Readonly<Record<string, string>> = { no: 'nb', tl: 'fil', ku: 'ckb' };

/** The languages that `eld` knows, by the script it knows them in; those that have a script for themselves are missing. */
const codesByScript: Readonly<Record<string, ReadonlySet<string>>> = {
  Latn: new Set(
    'az ca cs da de en es et eu fi fr hr hu is it lt lv ms nl no pl pt ro sk sl sq sv tl tr vi yo'.split(' '),
  ),
  Cyrl: new Set(['be', 'bg', 'ru', 'sr', 'uk']),
  Arab: new Set(['ar', 'fa', 'ku', 'ur']),
  Deva: new Set(['hi', 'mr']),
};

/** Whether the detector can tell a language from others in its script. */
export function isRankedLanguage(tag: string): boolean {
  const language = getLanguageSubtag(tag);
  const codes = codesByScript[getScript(tag) ?? ''] ?? new Set<string>();
  return language === 'id' || [...codes].some((code) => (tags[code] ?? code) === language);
}

/** `eld` reads about 350 bytes, which are so many letters, and leaves the rest; it would still look at all of it first. */
const maxLetters = 300;
const maxChars = 400;

/**
 * Fitted, by logistic regression, to sentences and to one to eight words out of them, in the 17 languages of FLORES-200 that share their script (odd
 * lines): how often the best language is right, by how far it is ahead over all letters.
 */
const offset = -2.643;
const slope = 0.912;

/** The likeliest language of a script that several are written in, and how sure that is; undefined when nothing speaks for any. */
export function rankLanguages(
  eld: ScoreSource,
  text: string,
  { script, letters }: { script: string; letters: number },
): { language: string; confidence: number } | undefined {
  const codes = codesByScript[script];
  let best = { code: '', evidence: 0 };
  let second = 0;
  for (const [code, score] of Object.entries(eld.detect(text.slice(0, maxChars)).getScores())) {
    if (codes?.has(code) !== true) continue;
    const evidence = toEvidence(score);
    if (evidence > best.evidence) {
      second = best.evidence;
      best = { code, evidence };
    } else if (evidence > second) second = evidence;
  }
  if (best.evidence === 0) return undefined;
  const lead = (best.evidence - second) * Math.min(letters, maxLetters);
  const confidence = 1 / (1 + Math.exp(-(offset + slope * Math.log1p(lead))));
  return { language: tags[best.code] ?? best.code, confidence };
}

/** `eld` makes of x a score of x / (x + 25). */
const squeeze = 25;

/** Undoes `eld`'s squeezing between 0 and 1: what speaks for a language per piece of a word. */
function toEvidence(score: number): number {
  return (squeeze * score) / (1 - score);
}
