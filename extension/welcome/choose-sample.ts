import { getLanguageSubtag } from '../../shared/get-language-subtag.ts';
import { setupWords } from '../../shared/words.ts';

/** A sentence to try a translation into that language (a BCP 47 tag) with: it is in another. Pure. */
export function chooseSample(target: string): { lang: string; text: string } {
  const { sample, otherSample } = setupWords;
  return getLanguageSubtag(target) === sample.lang ? otherSample : sample;
}
