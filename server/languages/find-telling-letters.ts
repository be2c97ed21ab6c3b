import type { Script } from './find-main-script.ts';

/**
 * Letters, and a few short words, that only one language of a script uses: for languages that `eld` doesn't know and takes for another, and
 * for those that it tells from a neighbour only in long texts. The first of which there are enough wins, so a letter may also belong to a
 * language of a row above.
 */
const tellingLetters: readonly (readonly [script: Script, language: string, letters: RegExp])[] = [
  ['Cyrl', 'ba', /[ҡҙҫ]/giu],
  ['Cyrl', 'tg', /[ҷӣӯҳ]/giu],
  ['Cyrl', 'kk', /[ұғқ]/giu],
  ['Cyrl', 'tt', /[җә]/giu],
  ['Cyrl', 'mk', /[ѓќѕ]/giu],
  ['Cyrl', 'ky', /ң/giu],
  ['Cyrl', 'mn', /[өү]/giu],
  ['Cyrl', 'be', /ў/giu],
  ['Cyrl', 'uk', /[їєґ]/giu],
  ['Cyrl', 'ru', /[ыэё]/giu],
  ['Arab', 'ug', /[ۋۈۇ]/gu],
  ['Arab', 'ps', /[ټډړښځڅۍ]/gu],
  ['Arab', 'sd', /[ٻڀٿڪڏڻ]/gu],
  ['Hebr', 'yi', /[װױײ]|[אי][ַָ]/gu],
  ['Deva', 'ne', /(?<![\p{L}\p{M}])(?:छ|छन्|थियो|गर्ने|भएको|गरेको|पनि)(?![\p{L}\p{M}])/gu],
  ['Deva', 'mr', /ळ|(?<![\p{L}\p{M}])(?:आहे|आहेत|आणि|होते)(?![\p{L}\p{M}])/gu],
  ['Deva', 'hi', /(?<![\p{L}\p{M}])(?:है|हैं|और|में|को|से|की|ने|था)(?![\p{L}\p{M}])/gu],
  ['Beng', 'as', /[ৰৱ]/gu],
];

/** A name from elsewhere brings a letter or two into a text; where they belong they are at least this part of all letters. */
const minShare = 0.015;

/** The language that a text's letters show it to be in, when `eld` can't know it. Undefined when they don't. */
export function findTellingLetters(text: string, script: Script, letters: number): string | undefined {
  for (const [from, language, pattern] of tellingLetters) {
    if (from !== script) continue;
    const found = text.match(pattern)?.length ?? 0;
    if (found >= Math.max(2, letters * minShare)) return language;
  }
  return undefined;
}
