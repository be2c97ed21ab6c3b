import { knownCharacters } from './known-characters.ts';

/** Typographic signs that the models do not know, and the plain ones that they do. */
const plainSigns: readonly (readonly [RegExp, string])[] = [
  [/[\u00ad\u200b\u2060]/g, ''],
  [/[\u00a0\u2002-\u200a\u202f\u205f\u3000]/g, ' '],
  [/[“”„‟«»]/g, '"'],
  [/[‘’‚‛‹›]/g, "'"],
  [/(?<=\d)[–—−](?=\d)|[‐‑]|[−–](?=\d)/g, '-'],
  [/ ?[–—―−] ?/g, ' - '],
  [/(?<=\p{L})[`´](?=\p{L})/gu, "'"],
  [/…/g, '...'],
  [/(?<=\p{L})\.{3}(?=\p{L})/gu, '... '],
];

const unknownCharacter = new RegExp(`[^${knownCharacters}]`, 'gu');
const accents = /[\u0300-\u036f]/g;

/** A text with plain signs and without the accents that the models do not know (naïve, but não). */
export function simplifyTypography(text: string): string {
  return plainSigns
    .reduce((plain, [signs, sign]) => plain.replace(signs, sign), text.normalize('NFC'))
    .replace(unknownCharacter, (character) => character.normalize('NFKD').replace(accents, ''));
}

/** Gives a translation the typographic signs of its source: its quotation marks, dashes, ellipses, apostrophes, spaces after numbers. */
export function restoreTypography(translation: string, source: string): string {
  return restorers.reduce((text, restore) => restore(text, source), translation);
}

type Restorer = (text: string, source: string) => string;

const restorers: readonly Restorer[] = [
  restoreQuotes,
  restoreApostrophes,
  restoreDashes,
  (text, source) => (source.includes('…') ? text.replaceAll('...', '…') : text),
  restoreOrdinals,
  restoreFixedSpaces,
];

const quotePairs = ['“”', '«»', '„“'];

function restoreQuotes(text: string, source: string): string {
  const pair =
    quotePairs.find(([opening = '']) => source.includes(opening)) ?? (source.includes('”') ? '“”' : '');
  const [opening = '"', closing = '"'] = pair;
  return text.replace(/(?<=^|[\s([-])"(?=\S)/g, opening).replaceAll('"', closing);
}

function restoreApostrophes(text: string, source: string): string {
  if (source.includes("'") || !/[‘’]/.test(source)) return text;
  const opened = source.includes('‘') ? text.replace(/(?<=^|[\s([-])'(?=\S)/g, '‘') : text;
  return opened.replaceAll("'", '’');
}

function restoreDashes(text: string, source: string): string {
  const between = /(?<= )[–—―](?= )|[—―]/.exec(source)?.[0];
  const range = /(?<=\d)[–—−](?=\d)/.exec(source)?.[0];
  const withBetween = between ? text.replace(/ -(?=[ ,.;:!?])/g, ` ${between}`) : text;
  return range ? withBetween.replace(/(?<=\d)-(?=\d)/g, range) : withBetween;
}

/** The model writes `1o` for both `1º` and `1st`. */
function restoreOrdinals(text: string, source: string): string {
  const signs: Record<string, string> = { o: 'º', a: 'ª' };
  if (!/\d(?:[ºª]|st|nd|rd|th)(?!\p{L})/u.test(source)) return text;
  return text.replace(/(?<=\d)[oa](?!\p{L})/gu, (letter) => signs[letter] ?? letter);
}

/** `10 km` with a space that does not break keeps it where the number stands again. */
function restoreFixedSpaces(text: string, source: string): string {
  let restored = text;
  for (const [, before = '', space = ''] of source.matchAll(/(\d[\d.,]*)([\u00a0\u202f])/g)) {
    restored = restored.replace(`${before} `, () => before + space);
  }
  return restored;
}
