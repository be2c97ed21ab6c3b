import {
  anyOf,
  anyWords,
  between,
  inOrder,
  optional,
  toOpening,
  upTo,
  words,
  type Opening,
  type Phrase,
} from './gate-phrase.ts';
import type { PromptLines } from './gate-prompt.ts';
import { listNamedLanguages } from './gate-language-names.ts';
import { getStart, introduces, speaksOfResults, speaksOfTranslation } from './gate-source-words.ts';
import { englishWords, languageWords, offers, plainLabels, type LanguageWords } from './gate-words.ts';

/** No colon, line break or end of a sentence. */
const plain = '[^:：\\n.!?。！？]';
const letter = '[^\\s:：.!?。！？,，]';

const space = upTo(2, '[ \\u00a0\\u202f]');
const emphasis = upTo(3, '[*_]');
const lineStart = inOrder(upTo(4, '[#*_>]'), space);
const word = inOrder(between(1, 20, letter), between(1, 1, '[ \\u00a0]'));
/** Up to three words, and the beginning of another, since some languages join their words. */
const fewWords = inOrder(optional(inOrder(word, optional(inOrder(word, optional(word))))), upTo(12, letter));
/** Emphasis after the white space would be the translation's own. */
const gap = anyOf(inOrder(between(1, 3, '[*_]'), between(1, 4, '\\s')), upTo(4, '\\s'));
const colon = inOrder(emphasis, space, anyWords(':', '：'), gap);
const lineEnd = inOrder(emphasis, upTo(2, '[ \\t]'), words('\n'), upTo(4, '\\s'));
const agreementEnd = anyWords('!', ',', '.', ':', '！', '，', '。', '、', ' -', ' –', ' —');

/** "Here is the Portuguese translation of the text:", or a line break in place of the colon. */
function announce({ here, stems }: LanguageWords): Phrase {
  const about = inOrder(anyWords(...stems), upTo(90, plain), anyOf(colon, lineEnd));
  return inOrder(anyWords(...here), space, fewWords, about);
}

/** "Translation:", "Tradução (português):" */
function label({ labels }: LanguageWords): Phrase {
  return inOrder(anyWords(...labels), upTo(1, ' '), fewWords, colon);
}

/** "## Translation" on a line of its own: emphasis takes the colon's place. */
function head({ labels }: LanguageWords): Phrase {
  return inOrder(anyWords('#', '##', '###', '**', '__'), space, anyWords(...labels), fewWords, lineEnd);
}

/** "Sure!" and one of these; alone it may be the translation. */
function agree({ agreements }: LanguageWords, ...phrases: Phrase[]): Phrase {
  const agreement = inOrder(
    anyWords(...agreements),
    optional(anyWords(...offers)),
    agreementEnd,
    upTo(4, '\\s'),
  );
  const all = anyOf(...phrases);
  return inOrder(lineStart, anyOf(inOrder(agreement, lineStart, all), all));
}

/** "I've translated it into German:", "The translation is:" */
const report = inOrder(
  anyWords("i've ", 'i have ', 'the following is ', 'the '),
  optional(anyWords('the ', 'a ')),
  anyWords('translat', 'text translat', 'final translat', 'requested translat'),
  upTo(90, plain),
  colon,
);

/** "German:", "German translation (informal):", "The German translation is:", "Here is the German version:" */
function name(language: string): Phrase {
  const lead = inOrder(anyWords(...englishWords.here), words(' the '));
  return anyOf(
    inOrder(words(language), upTo(1, ' '), fewWords, colon),
    inOrder(
      anyOf(lead, words('the ')),
      words(language),
      anyWords(' translat', ' version'),
      upTo(90, plain),
      colon,
    ),
  );
}

/** Introductions that speak of one language, or in it. */
interface Introductions {
  /** Sentences in this language. */
  sentences: Opening;
  /** Labels in this language. */
  labels: Opening;
  /** English with this language's name. */
  named: Opening;
}

/** What prompts call the languages: by English names, or by Chinese ones. */
const names = new Map(
  [...languageWords.keys()].map((language) => [
    language,
    ['en', 'zh'].map((locale) => getName(language, locale)),
  ]),
);

function getName(language: string, locale: string): string {
  return new Intl.DisplayNames([locale], { type: 'language' }).of(language) ?? language;
}

/** Made on first use: each is a large pattern. */
const introductions = new Map<string, Introductions>();
const englishReport = toOpening(inOrder(lineStart, report));
const plainLabel = toOpening(inOrder(lineStart, anyWords(...plainLabels), colon));
const plainLabelLine = toOpening(
  inOrder(lineStart, anyWords(...plainLabels), emphasis, space, anyWords(':', '：'), lineEnd),
);

function getIntroductions(language: string, own: LanguageWords): Introductions {
  const known = introductions.get(language);
  if (known) return known;
  const agreeing = { ...own, agreements: [...own.agreements, ...englishWords.agreements] };
  const made = {
    sentences: toOpening(agree(agreeing, announce(own))),
    labels: toOpening(anyOf(agree(agreeing, label(own)), head(own))),
    named: toOpening(agree(englishWords, name(getName(language, 'en')))),
  };
  introductions.set(language, made);
  return made;
}

const allWords = [...languageWords.values()];

/** Words that begin introductions, in any language. */
const firstWords = toOpening(
  inOrder(
    upTo(8, '[^\\p{L}\\p{N}]'),
    anyWords(
      ...allWords.flatMap(({ here, stems, labels, agreements }) => [
        ...here,
        ...stems,
        ...labels,
        ...agreements,
      ]),
    ),
  ),
);

/** Not a time, a ratio or an address. */
const earlyColon = /^[^]{0,60}?(?:(?<!\d):(?!\/\/|\d)|：)/;

/** A name with "The" may begin the translation too. */
const theName = /\bThe\s+\p{Lu}/u;

/**
 * The introductions that may stand before a translation of this source, in English and in the languages that the prompt names; none that
 * the translation itself could begin with. Before another language, an English sentence is plain to see; before English, what begins
 * like very many sentences is left out.
 */
export function findIntroductions(source: string, prompt: PromptLines): Opening[] {
  if (firstWords.measure(source) > 0) return [];
  const openings = [
    ...(speaksOfTranslation(getStart(source)) ? [] : findAnnouncements(source, prompt)),
    ...findPlainLabels(source),
  ];
  return openings.filter((opening) => opening.measure(source) === 0);
}

function findAnnouncements(source: string, { own, intoEnglish }: PromptLines): Opening[] {
  const start = getStart(source);
  const hasLabel = earlyColon.test(source);
  const hasThe = intoEnglish || theName.test(source);
  const hasText = introduces(start);
  const named = [...languageWords].filter(([language]) => language === 'en' || isNamed(language, own));
  const openings = named.flatMap(([language, words]) => {
    const { sentences, labels, named } = getIntroductions(language, words);
    const allLabels = [labels, ...(hasThe ? [] : [named])].map((one) => exceptNames(one, start));
    return [...(hasText ? [] : [sentences]), ...(hasLabel ? [] : allLabels)];
  });
  return [...openings, ...(hasThe || hasText ? [] : [englishReport])];
}

/** "Result:" may be the translation of "Ergebnis". */
function findPlainLabels(source: string): Opening[] {
  if (earlyColon.test(source)) return [];
  if (!speaksOfResults(getStart(source))) return [plainLabel];
  return source.includes('\n') ? [] : [plainLabelLine];
}

/** The opening without those that name a language which the source names too. */
function exceptNames(opening: Opening, start: string): Opening {
  return {
    isBegun: (text) => opening.isBegun(text),
    measure: (text) => {
      const chars = opening.measure(text);
      if (chars === 0) return 0;
      const said = listNamedLanguages(text.slice(0, chars));
      return said.length > 0 && listNamedLanguages(start).some((one) => said.includes(one)) ? 0 : chars;
    },
  };
}

function isNamed(language: string, text: string): boolean {
  return names.get(language)?.some((one) => text.includes(one)) ?? false;
}
