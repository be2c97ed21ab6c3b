import { TranslationError } from '../../shared/translation-error.ts';
import type { LanguagePair } from './engine.ts';

/**
 * The pair that translates `source` into `target` (BCP 47 tags). Tags are compared by their language subtag alone, so `pt-BR` is
 * served by a pair for `pt`. With `auto` or `und` as source the first pair for that target is taken: the source is then the
 * pair's own. Throws `unsupported_language`, with the pairs there are as its hint, when there is none.
 */
export function findPair(pairs: readonly LanguagePair[], source: string, target: string): LanguagePair {
  const known = source === 'auto' || source === 'und' ? undefined : getSubtag(source);
  const pair = pairs.find(
    (candidate) =>
      getSubtag(candidate.target) === getSubtag(target) &&
      (known === undefined || getSubtag(candidate.source) === known),
  );
  if (pair) return pair;
  const from = known === undefined ? '' : ` from ${source}`;
  throw new TranslationError(
    'unsupported_language',
    `The embedded models cannot translate${from} into ${target}.`,
    { hint: `They translate ${describePairs(pairs)}. Ollama translates any language.` },
  );
}

/** Pairs in words: `en → pt, pt → en`. */
export function describePairs(pairs: readonly LanguagePair[]): string {
  return pairs.map(({ source, target }) => `${source} → ${target}`).join(', ');
}

function getSubtag(tag: string): string {
  return tag.split('-', 1)[0]?.toLowerCase() ?? '';
}
