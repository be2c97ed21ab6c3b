import { chineseLanguageNames } from './chinese-language-names.ts';
import { foldLanguageName } from './fold-language-name.ts';
import { getEditDistance } from './get-edit-distance.ts';
import { languageTable } from './language-table.ts';
import { languages, type Language } from './languages.ts';
import { otherLanguageNames } from './other-language-names.ts';

/** No name or tag in use comes near this; longer input is refused before any work is done on it. */
const maxNameChars = 100;

/** `no` is both written forms of Norwegian together; nearly all of it is Bokmål. Intl leaves it alone. */
const replacedLanguages = new Map([['no', 'nb']]);

/** Registered variants without a digit that browsers send, for instance `ca-valencia`. */
const wordVariants = new Set(['oxendict', 'tarask', 'valencia']);

/** Made on first use: most importers only need tags. */
let languagesByTag: ReadonlyMap<string, Language> | undefined;
let languagesByName: ReadonlyMap<string, Language> | undefined;

/**
 * The language that a BCP 47 tag means. Case doesn't matter and `_` counts as `-`. A tag that has no row of its own falls
 * back by losing subtags (`pt-AO` → `pt`); the region decides the script where it matters (`zh-TW` → `zh-Hant`, `zh-CN` →
 * `zh-Hans`); deprecated and three-letter codes are replaced (`iw` → `he`, `no` → `nb`, `por_Latn` → `pt`).
 * Undefined for a malformed tag, an unknown language, `und` and `auto`. Follows RFC 4647 section 3.4 (lookup).
 */
export function getLanguage(tag: string): Language | undefined {
  if (tag.length > maxNameChars) return undefined;
  // RFC 5646 section 4.5: an extended language replaces its prefix. Intl knows no extended languages.
  const wanted = tag
    .trim()
    .replaceAll('_', '-')
    .replace(/^zh-(?=(?:cmn|wuu|yue)(?:-|$))/i, '');
  return getByTag(wanted) ?? getByLocale(wanted);
}

/**
 * The language that a person or a program names: by its English, own or Chinese name, another usual name, or its tag as
 * `getLanguage` takes it. Case, diacritics, outer white space, punctuation, the order of the words and traditional
 * or simplified characters don't matter ("français" = "Francais", "葡萄牙語" = "葡萄牙语", "日文" = "日语").
 * Undefined when nothing is called that: then `findNearLanguages` may help.
 */
export function findLanguage(nameOrTag: string): Language | undefined {
  if (nameOrTag.length > maxNameChars) return undefined;
  return getLanguagesByName().get(foldLanguageName(nameOrTag)) ?? getLanguage(nameOrTag);
}

/**
 * At most `limit` languages that a wrong name may have meant, best first, for the hint of an error: one letter in three may differ,
 * or the name is the beginning of theirs ("Portug"), or holds it as a word ("Mexican Spanish"). Empty when nothing is near.
 */
export function findNearLanguages(name: string, limit = 3): Language[] {
  const wanted = name.length > maxNameChars ? '' : foldLanguageName(name);
  // Too many names begin with any one letter.
  if (wanted.length < 2) return [];
  const distances = new Map<Language, number>();
  for (const [known, language] of getLanguagesByName()) {
    const distance = Math.min(getDistance(wanted, known), distances.get(language) ?? Infinity);
    if (distance <= wanted.length / 3) distances.set(language, distance);
  }
  const nearestFirst = [...distances].sort(([, a], [, b]) => a - b);
  return nearestFirst.slice(0, limit).map(([language]) => language);
}

/**
 * The full English name of a language, for a prompt: "Portuguese (Brazil)" for `pt-BR`, "Portuguese" for `pt-AO`.
 * The tag itself when the table doesn't know it; whoever takes tags from outside refuses those first.
 */
export function describeLanguage(tag: string): string {
  return getLanguage(tag)?.english ?? tag;
}

function getByTag(tag: string): Language | undefined {
  languagesByTag ??= new Map(languages.map((language) => [language.tag.toLowerCase(), language]));
  return languagesByTag.get(tag.toLowerCase());
}

function getByLocale(tag: string): Language | undefined {
  const locale = parseLocale(tag);
  if (locale === undefined || !hasKnownSubtags(locale)) return undefined;
  // Not `locale.language`: engines differ in what that is for `und`.
  const [code = ''] = locale.baseName.split('-');
  const language = replacedLanguages.get(code) ?? code;
  const { region } = locale;
  const { script } = locale.maximize();
  const candidates = [
    ...(region === undefined ? [] : [`${language}-${region}`]),
    ...(region === undefined && locale.script === undefined ? [] : [`${language}-${String(script)}`]),
    language,
  ];
  return candidates.map(getByTag).find((found) => found !== undefined);
}

/** Undefined for what isn't a well-formed tag. Intl also puts current codes in place of deprecated and three-letter ones. */
function parseLocale(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag);
  } catch {
    return undefined;
  }
}

/**
 * Words are often well-formed tags: `no-such-language` is Norwegian in the script `Such`, variant `language`. So a script that no
 * language of the table is written in, and a variant that looks like a word, make a tag nonsense.
 */
function hasKnownSubtags({ baseName, script, region }: Intl.Locale): boolean {
  const known = [script, region].filter((subtag) => subtag !== undefined);
  const variants = baseName.split('-').slice(1 + known.length);
  return (
    (script === undefined || Object.hasOwn(languageTable, script)) &&
    variants.every((variant) => /\d/.test(variant) || wordVariants.has(variant))
  );
}

function getLanguagesByName(): ReadonlyMap<string, Language> {
  languagesByName ??= new Map(
    languages.flatMap((language) => getNames(language).map((name) => [foldLanguageName(name), language])),
  );
  return languagesByName;
}

function getNames({ tag, english, own }: Language): string[] {
  const others = [chineseLanguageNames[tag], otherLanguageNames[tag]].filter((names) => names !== undefined);
  return [english, own, ...others.flatMap((names) => names.split('|'))];
}

/**
 * Edits from one folded name to another; under 1 where `wanted` begins the known name, nearer the less is missing. A known name among
 * the words of `wanted` counts as more than one edit, so that "Brasilian Portuguese" is Portuguese (Brazil) before Portuguese.
 */
function getDistance(wanted: string, known: string): number {
  if (known.startsWith(wanted)) return 1 - wanted.length / (known.length + 1);
  return wanted.split(' ').includes(known) ? 1.5 : getEditDistance(wanted, known);
}
