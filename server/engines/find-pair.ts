import { getLanguageSubtag } from '../../shared/get-language-subtag.ts';
import { TranslationError } from '../../shared/translation-error.ts';
import type { LanguagePair } from './engine.ts';

/**
 * The pair that translates `source` into `target` (BCP 47 tags), if there is one. Tags are compared by their language subtag alone, so
 * `pt-BR` is served by a pair for `pt`. With `und` as source the first pair for that target is taken: the source is then the pair's own.
 */
export function findPair(
  pairs: readonly LanguagePair[],
  source: string,
  target: string,
): LanguagePair | undefined {
  const known = source === 'und' ? undefined : getLanguageSubtag(source);
  return pairs.find(
    (candidate) =>
      getLanguageSubtag(candidate.target) === getLanguageSubtag(target) &&
      (known === undefined || getLanguageSubtag(candidate.source) === known),
  );
}

/** The failure for languages without a pair; its hint lists the pairs there are. */
export function createMissingPair(
  pairs: readonly LanguagePair[],
  source: string,
  target: string,
): TranslationError {
  const from = source === 'und' ? '' : ` from ${source}`;
  return new TranslationError(
    'unsupported_language',
    `The embedded models cannot translate${from} into ${target}.`,
    { hint: `They translate ${describePairs(pairs)}. Ollama translates any language.` },
  );
}

/** Pairs in words: `en → pt, pt → en`. */
export function describePairs(pairs: readonly LanguagePair[]): string {
  return pairs.map(({ source, target }) => `${source} → ${target}`).join(', ');
}
