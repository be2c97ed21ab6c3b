/** Scripts that tell languages apart: ISO 15924 codes; `Hani` is Han and `Kana` both Hiragana and Katakana, whatever the language. */
export type Script = (typeof ranges)[number][2];

/** First and last code unit of the letters of a script, in order. */
const ranges = [
  [0x41, 0x5a, 'Latn'],
  [0x61, 0x7a, 'Latn'],
  [0xc0, 0xd6, 'Latn'],
  [0xd8, 0xf6, 'Latn'],
  [0xf8, 0x24f, 'Latn'],
  [0x370, 0x3ff, 'Grek'],
  [0x400, 0x52f, 'Cyrl'],
  [0x531, 0x587, 'Armn'],
  [0x5d0, 0x5f2, 'Hebr'],
  [0x620, 0x64a, 'Arab'],
  [0x66e, 0x6d3, 'Arab'],
  [0x6d5, 0x6ef, 'Arab'],
  [0x6fa, 0x6ff, 'Arab'],
  [0x750, 0x77f, 'Arab'],
  [0x780, 0x7b1, 'Thaa'],
  [0x900, 0x963, 'Deva'],
  [0x970, 0x97f, 'Deva'],
  [0x980, 0x9e3, 'Beng'],
  [0x9f0, 0x9f1, 'Beng'],
  [0xa01, 0xa5e, 'Guru'],
  [0xa70, 0xa75, 'Guru'],
  [0xa81, 0xae3, 'Gujr'],
  [0xb01, 0xb63, 'Orya'],
  [0xb82, 0xbd7, 'Taml'],
  [0xc00, 0xc63, 'Telu'],
  [0xc80, 0xce3, 'Knda'],
  [0xd00, 0xd63, 'Mlym'],
  [0xd80, 0xdf3, 'Sinh'],
  [0xe01, 0xe4e, 'Thai'],
  [0xe81, 0xecd, 'Laoo'],
  [0xedc, 0xedf, 'Laoo'],
  [0xf40, 0xfbc, 'Tibt'],
  [0x1000, 0x103f, 'Mymr'],
  [0x1050, 0x109f, 'Mymr'],
  [0x10a0, 0x10ff, 'Geor'],
  [0x1100, 0x11ff, 'Hang'],
  [0x1200, 0x135f, 'Ethi'],
  [0x1780, 0x17d3, 'Khmr'],
  [0x1e00, 0x1eff, 'Latn'],
  [0x1f00, 0x1fff, 'Grek'],
  [0x3005, 0x3007, 'Hani'],
  [0x3041, 0x309f, 'Kana'],
  [0x30a1, 0x30fa, 'Kana'],
  [0x30fc, 0x30ff, 'Kana'],
  [0x3130, 0x318f, 'Hang'],
  [0x3400, 0x4dbf, 'Hani'],
  [0x4e00, 0x9fff, 'Hani'],
  [0xac00, 0xd7af, 'Hang'],
  [0xf900, 0xfaff, 'Hani'],
  [0xfb50, 0xfdfb, 'Arab'],
  [0xfe70, 0xfefc, 'Arab'],
  [0xff21, 0xff3a, 'Latn'],
  [0xff41, 0xff5a, 'Latn'],
  [0xff66, 0xff9d, 'Kana'],
] as const;

/** How many letters of each script a text has; scripts without any are missing. One pass. */
function countScripts(text: string): Map<Script, number> {
  const counts = new Map<Script, number>();
  let range: (typeof ranges)[number] | undefined;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // Most letters are in the range of the one before.
    if (range === undefined || code < range[0] || code > range[1]) range = findRange(code);
    if (range !== undefined) counts.set(range[2], (counts.get(range[2]) ?? 0) + 1);
  }
  return counts;
}

function findRange(code: number): (typeof ranges)[number] | undefined {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle];
    if (range === undefined || code < range[0]) high = middle - 1;
    else if (code > range[1]) low = middle + 1;
    else return range;
  }
  return undefined;
}

/** Letters that stand for a syllable or a word say as much as several of an alphabet. */
const weights: Partial<Record<Script, number>> = { Hani: 3, Kana: 2, Hang: 2.5, Ethi: 2 };

/** The script that says most in a text, how many letters of it there are, and its part of what is said, from 0 to 1. */
export interface MainScript {
  script: Script;
  letters: number;
  share: number;
}

/** Finds the main script; Japanese is the sum of its scripts and goes by `Kana`. Undefined for a text without letters. */
export function findMainScript(text: string): MainScript | undefined {
  const counts = joinJapanese(countScripts(text));
  let main: MainScript | undefined;
  let heaviest = 0;
  let total = 0;
  for (const [script, letters] of counts) {
    const weight = letters * (weights[script] ?? 1);
    total += weight;
    if (weight <= heaviest) continue;
    heaviest = weight;
    main = { script, letters, share: 1 };
  }
  return main && { ...main, share: heaviest / total };
}

/** A Chinese text may hold a の or a Japanese name; in Japanese every third letter or more is kana, in headlines fewer. */
const minKanaShare = 0.05;

function joinJapanese(counts: Map<Script, number>): Map<Script, number> {
  const kana = counts.get('Kana') ?? 0;
  const han = counts.get('Hani') ?? 0;
  if (kana === 0) return counts;
  const [kept, dropped] =
    kana / (kana + han) >= minKanaShare ? (['Kana', 'Hani'] as const) : (['Hani', 'Kana'] as const);
  const joined = new Map(counts).set(kept, kana + han);
  joined.delete(dropped);
  return joined;
}
