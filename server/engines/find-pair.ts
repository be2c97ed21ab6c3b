import { TranslationError } from '../../shared/translation-error.ts';
import type { LanguagePair } from './engine.ts';

/**
 * The pair that translates `source` into `target` (BCP 47 tags); undefined when there is none. Tags are compared by their language
 * subtag alone, so `pt-BR` is served by a pair for `pt`. With `auto` or `und` as source the first pair for that target is taken:
 * the source is then the pair's own.
 */
export function findPair(
  pairs: readonly LanguagePair[],
  source: string,
  target: string,
): LanguagePair | undefined {
  const wanted = getSubtag(target);
  const known = source === 'auto' || source === 'und' ? undefined : getSubtag(source);
  return pairs.find(
    (pair) => getSubtag(pair.target) === wanted && (known === undefined || getSubtag(pair.source) === known),
  );
}

/** The failure for a pair that an engine has not got; the hint names those it has. */
export function createUnsupportedPair(
  pairs: readonly LanguagePair[],
  source: string,
  target: string,
): TranslationError {
  const from = source === 'auto' || source === 'und' ? 'any language' : `"${source}"`;
  const list = pairs.map((pair) => `${pair.source} → ${pair.target}`).join(', ');
  return new TranslationError(
    'unsupported_language',
    `The embedded models cannot translate ${from} into "${target}".`,
    { hint: `They translate ${list}. For other languages use Ollama.` },
  );
}

function getSubtag(tag: string): string {
  return tag.split('-', 1)[0]?.toLowerCase() ?? '';
}
