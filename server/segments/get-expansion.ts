import { getLanguage } from '../../shared/find-language.ts';

/**
 * Tokens that a translation takes for each of its source, by the script that it is written in (ISO 15924). They are what the translations of
 * FLORES-200 take for each token of the English ones, with the worst of the tokenizers of Qwen 3, Llama 3 and Gemma 3, and a fifth more; English takes
 * the fewest, so from other languages it is less.
 */
const expansions: Readonly<Record<string, number>> = {
  Latn: 2.3, // Czech 1.9, German 1.5
  Cyrl: 3, // Ukrainian 2.5, Russian 1.8
  Grek: 5.7, // 4.7
  Hebr: 4.3, // 3.6
  Arab: 3, // Persian 2.5, Arabic 1.6
  Deva: 5.1, // 4.3
  Thai: 3.1, // 2.6
  Hans: 1.7, // 1.4
  Hant: 1.8,
  Hani: 1.8,
  Jpan: 1.9, // 1.5
  Kore: 2, // 1.7
};

/** Scripts that most tokenizers spell byte by byte. */
const otherExpansion = 7;

/** How many times the tokens of a text its translation may take; generous. `target` is a BCP 47 tag. */
export function getExpansion(target: string): number {
  return expansions[getLanguage(target)?.script ?? ''] ?? otherExpansion;
}
