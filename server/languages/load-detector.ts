import { findMainScript, type MainScript, type Script } from './find-main-script.ts';
import type { Detection, Detector } from './detector.ts';
import { findChineseScript } from './find-chinese-script.ts';
import { removeFixedParts } from './fixed-parts.ts';
import { rankLanguages, type ScoreSource } from './rank-languages.ts';
import { findTellingLetters } from './find-telling-letters.ts';
import { isIndonesian } from './is-indonesian.ts';

let loading: Promise<Detector> | undefined;

/**
 * The detector, made at the first call: its tables take 0.4 s and 50 MB. The script decides first (kana is Japanese, Han without it Chinese),
 * then letters that one language has for itself, then `eld`.
 */
export function loadDetector(): Promise<Detector> {
  loading ??= import('eld/small').then(({ eld }) => createDetector(eld));
  return loading;
}

const undetermined: Detection = { language: 'und', confidence: 0 };

/** More of a long text makes nothing surer. */
const sampleChars = 4000;

function createDetector(eld: ScoreSource): Detector {
  return (text) => {
    const sample = clean(text.slice(0, sampleChars));
    const main = findMainScript(sample);
    if (main === undefined) return undetermined;
    const { language, confidence } = detectWithin(eld, sample, main);
    return { language, confidence: confidence * discount(main.share) };
  };
}

/** Without what is the same in every language; names of accounts and products (`iPhone`) are no words either. */
function clean(text: string): string {
  return removeFixedParts(text)
    .replace(/(?<![\p{L}\p{N}])@[\p{L}\p{N}_]{1,40}/gu, ' ')
    .replace(/(?<!\p{L})\p{Ll}{1,20}\p{Lu}\p{L}{0,20}/gu, ' ')
    .replace(/\p{N}+/gu, ' ')
    .trim();
}

/** A few words in another script are names; where they are more than a third, the text is in two languages. */
function discount(share: number): number {
  return Math.min(1, share * 1.5);
}

/** Languages that have their script for themselves, or nearly. */
const onlyLanguages: Partial<Record<Script, string>> = {
  Kana: 'ja',
  Hang: 'ko',
  Thai: 'th',
  Hebr: 'he',
  Grek: 'el',
  Armn: 'hy',
  Geor: 'ka',
  Gujr: 'gu',
  Guru: 'pa',
  Khmr: 'km',
  Knda: 'kn',
  Laoo: 'lo',
  Mlym: 'ml',
  Mymr: 'my',
  Orya: 'or',
  Sinh: 'si',
  Taml: 'ta',
  Telu: 'te',
  Thaa: 'dv',
  Tibt: 'bo',
  Beng: 'bn',
  Ethi: 'am',
};

function detectWithin(eld: ScoreSource, text: string, main: MainScript): Detection {
  const { script, letters } = main;
  if (script === 'Hani') return detectChinese(text, letters);
  const telling = findTellingLetters(text, script, letters);
  if (telling !== undefined) return { language: telling, confidence: growWith(letters, 0.7) };
  const only = onlyLanguages[script];
  if (only !== undefined) return { language: only, confidence: growWith(letters, 0.4) };
  const ranked = rankLanguages(eld, text, main) ?? undetermined;
  return ranked.language === 'ms' && isIndonesian(text) ? { ...ranked, language: 'id' } : ranked;
}

/** Words and endings that Japanese without kana, for instance in a headline, does not have. */
const chineseOnly = /[你您他她它们們这這那哪吗嗎呢吧啊很没還还就也都让讓给給]/u;

function detectChinese(text: string, letters: number): Detection {
  const script = findChineseScript(text);
  const language = script === undefined ? 'zh' : `zh-${script}`;
  return { language, confidence: growWith(letters, chineseOnly.test(text) ? 0.5 : 0.8) };
}

/** From one letter on surer with each: what remains of the doubt is multiplied by `doubt` for every letter. */
function growWith(letters: number, doubt: number): number {
  return 1 - doubt ** letters;
}
