import { languageWords } from './gate-words.ts';

/** A beginning that its other forms share: "alemán" and "alemanes", "немецкий" and "немецкого". */
const minStemChars = 5;
const endingChars = 2;

const unspaced = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]$/u;

interface NamedLanguage {
  language: string;
  pattern: RegExp;
}

/** Made on first use: 28 languages have names in all of them. */
let patterns: NamedLanguage[] | undefined;

/** The languages that a text names, in whatever language and form: tags as in `languageWords`. */
export function listNamedLanguages(text: string): string[] {
  const folded = fold(text);
  patterns ??= createPatterns();
  return patterns.filter(({ pattern }) => pattern.test(folded)).map(({ language }) => language);
}

function createPatterns(): NamedLanguage[] {
  const languages = [...languageWords.keys()];
  const locales = languages.map((locale) => new Intl.DisplayNames([locale], { type: 'language' }));
  return languages.map((language) => {
    const stems = locales.map((names) => getStem(names.of(language) ?? language));
    return {
      language,
      pattern: new RegExp(`(?<![\\p{sc=Latn}\\p{sc=Cyrl}\\p{sc=Grek}])(?:${stems.join('|')})`, 'u'),
    };
  });
}

function getStem(name: string): string {
  const folded = fold(name).replaceAll(/[^\p{L}\p{M} ]/gu, '');
  // A language and a country share all but the last character: "독일어", "德语".
  if (unspaced.test(folded)) return folded.length > 1 ? folded.slice(0, -1) : folded;
  return folded.slice(0, Math.max(minStemChars, folded.length - endingChars));
}

/** Without case and marks on letters; the Arabic article is no part of a name. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/(?<!\p{L})ال/gu, '');
}
