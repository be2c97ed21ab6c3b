import { expect, it } from 'vitest';
import { findLanguage } from '../../shared/find-language.ts';
import { languages } from '../../shared/languages.ts';
import { chineseLanguageNames } from '../../shared/chinese-language-names.ts';
import { otherLanguageNames } from '../../shared/other-language-names.ts';

/** As the announcement of Qwen3 names them, family by family. */
const qwenNames = `
  English, French, Portuguese, German, Romanian, Swedish, Danish, Bulgarian, Russian, Czech, Greek, Ukrainian, Spanish, Dutch, Slovak,
  Croatian, Polish, Lithuanian, Norwegian Bokmål, Norwegian Nynorsk, Persian, Slovenian, Gujarati, Latvian, Italian, Occitan, Nepali,
  Marathi, Belarusian, Serbian, Luxembourgish, Venetian, Assamese, Welsh, Silesian, Asturian, Chhattisgarhi, Awadhi, Maithili, Bhojpuri,
  Sindhi, Irish, Faroese, Hindi, Punjabi, Bengali, Oriya, Tajik, Eastern Yiddish, Lombard, Ligurian, Sicilian, Friulian, Sardinian,
  Galician, Catalan, Icelandic, Tosk Albanian, Limburgish, Dari, Afrikaans, Macedonian, Sinhala, Urdu, Magahi, Bosnian, Armenian,
  Simplified Chinese, Traditional Chinese, Cantonese, Burmese,
  Standard Arabic, Najdi Arabic, Levantine Arabic, Egyptian Arabic, Moroccan Arabic, Mesopotamian Arabic, Ta'izzi-Adeni Arabic,
  Tunisian Arabic, Hebrew, Maltese,
  Indonesian, Malay, Tagalog, Cebuano, Javanese, Sundanese, Minangkabau, Balinese, Banjar, Pangasinan, Iloko, Waray (Philippines),
  Tamil, Telugu, Kannada, Malayalam, Turkish, North Azerbaijani, Northern Uzbek, Kazakh, Bashkir, Tatar, Thai, Lao,
  Finnish, Estonian, Hungarian, Vietnamese, Khmer,
  Japanese, Korean, Georgian, Basque, Haitian, Papiamento, Kabuverdianu, Tok Pisin, Swahili`
  .split(',')
  .map((name) => name.trim());

const firefoxTags =
  `af ar az be bg bn bs ca cs da de el en es et eu fa fi fr gl gu he hi hr hu hy id is it ja ka kn ko lt lv mk ml mr ms mt nb nl nn
  pl pt ro ru sk sl sq sr sv ta te th tr uk ur vi zh zh-Hans zh-Hant`.split(/\s+/);

const tags = languages.map(({ tag }) => tag);

/** What `\p{Script=…}` calls a script that BCP 47 knows by the way of writing. */
const scriptProperties: Record<string, string> = { Hans: 'Han', Hant: 'Han', Jpan: 'Han', Kore: 'Hang' };

it('has each of the 119 languages and dialects of Qwen3 as a row of its own', () => {
  const found = new Set(qwenNames.map((name) => findLanguage(name)?.tag ?? `no ${name}`));

  expect(qwenNames).toHaveLength(119);
  expect([...found].filter((tag) => tag.startsWith('no '))).toEqual([]);
  expect(found.size).toBe(119);
});

it('has the languages of the translation models of Firefox', () => {
  expect(tags).toEqual(expect.arrayContaining(firefoxTags));
});

it('has every tag once', () => {
  expect(new Set(tags).size).toBe(tags.length);
});

it('is sorted by English name', () => {
  const names = languages.map(({ english }) => english);

  expect(names).toEqual(names.toSorted());
});

it('writes every tag as BCP 47 does', () => {
  // CLDR takes Tagalog for Filipino; Qwen3 and this table keep the two apart.
  const canonical = tags.map((tag) => (tag === 'tl' ? tag : Intl.getCanonicalLocales(tag)[0]));

  expect(Intl.getCanonicalLocales('tl')).toEqual(['fil']);
  expect(canonical).toEqual(tags);
});

it('gives every language the script that Unicode gives it', () => {
  const wrong = languages.filter(({ tag, script }) => new Intl.Locale(tag).maximize().script !== script);

  expect(wrong).toEqual([]);
});

it('writes every own name in the script of its row, and gives the direction of that writing', () => {
  const wrong = languages.filter(({ own, script, direction }) => {
    const inScript = new RegExp(`\\p{Script=${scriptProperties[script] ?? script}}`, 'u').test(own);
    const isRightToLeft = /[\u0590-\u08ff]/.test(own);
    return !inScript || isRightToLeft !== (direction === 'rtl');
  });

  expect(wrong).toEqual([]);
});

it('has English names in Latin letters and Chinese names in Chinese characters', () => {
  const english = languages.filter((language) => !/^[\p{Script=Latn} ()’-]+$/u.test(language.english));
  const chinese = languages.filter(
    (language) => !/^[\p{Script=Han}（）-]+$/u.test(chineseLanguageNames[language.tag] ?? ''),
  );

  expect([...english, ...chinese]).toEqual([]);
});

it('finds every language by its tag and by every one of its names', () => {
  const wrong = languages.flatMap((language) => {
    const { tag, english, own } = language;
    const names = [
      tag,
      english,
      own,
      chineseLanguageNames[tag] ?? '',
      ...(otherLanguageNames[tag]?.split('|') ?? []),
    ];
    return names.filter((name) => findLanguage(name) !== language);
  });

  expect(wrong).toEqual([]);
});

it('keeps other names only for languages that it has', () => {
  const others = Object.keys(otherLanguageNames);

  expect(others.length).toBeGreaterThan(0);
  expect(tags).toEqual(expect.arrayContaining(others));
});
