import { getLanguageSubtag } from '../../shared/get-language-subtag.ts';

const sample = {
  lang: 'en',
  text: 'The best time to plant a tree was twenty years ago. The second best time is now.',
};

const otherSample = {
  lang: 'pt',
  text: 'O melhor momento para plantar uma árvore foi há vinte anos. O segundo melhor é agora.',
};

/** A sentence to try a translation into that language (a BCP 47 tag) with: it is in another. Pure. */
export function chooseSample(target: string): { lang: string; text: string } {
  return getLanguageSubtag(target) === sample.lang ? otherSample : sample;
}
