/** Thousands, millions and so on, as words or signs directly behind a number, by the power of ten, in the languages of the checks. */
const words: readonly (readonly [power: number, words: string])[] = [
  [12, '兆|조|trill|tril(?=[ij])|трилл|трильй|ترليون|تريليون|تریلیون|טריליון|τρισεκ|nghìn tỷ|ล้านล้าน'],
  [
    9,
    'mil mill|mil milh|milliard|miljard|miliard|milyar|miljoen miljoen|bilh|млрд|милли?ард|мільярд|δισεκ|tỷ|tỉ|مليار|میلیارد|מיליארד|अरब|mrd|mld|พันล้าน|십억',
  ],
  [9, 'bill|बिलियन|bn(?!\\p{L})|bilion'],
  [12, 'bill|bilion|biljoen|biljon'],
  [8, '[亿億억]|ร้อยล้าน'],
  [7, 'करोड़|crore|[千천][万萬만]|สิบล้าน'],
  [
    6,
    'milli?on|milli?ón|millió|milh[õã]|miljo|mili[oó]n|mil[ij]oen|milioni|mio|mln|млн|милли?он|мільй|εκατομμ|milyon|triệu|مليون|ملايين|میلیون|מיליון|मिलियन|ล้าน|[百백][万萬만]|m(?!\\p{L})',
  ],
  [5, 'लाख|lakh|แสน'],
  [4, '[万萬만]|หมื่น'],
  [
    3,
    'thousand|tausend|duizend|tusen|tys|tis[íi]c|mil(?!\\p{L})|mila(?!\\p{L})|mille|тыс|тис|χιλι(?!όμ)|nghìn|ngàn|bin(?!\\p{L})|ألف|آلاف|الف|هزار|אלף|אלפי|हज़ार|हजार|[千천](?![米克瓦卡])|พัน|k(?!\\p{L})',
  ],
  [2, 'hundred|hundert|honderd|[百백]|trăm|ร้อย|सौ'],
  // Miles, metres, kelvins and Spanish thousands look alike.
  [0, '(?:mil|m|k|bin)(?!\\p{L})|tis(?!\\p{L})'],
];

const patterns = words.map(([power, choices]) => ({
  power,
  behind: new RegExp(`^[\\s-]{0,2}(?:${choices})`, 'iu'),
}));

/** The powers of ten that a number is multiplied by, by what stands directly behind it: usually one, none, or of a word like "billion" two. */
export function readPowers(behind: string): number[] {
  const found = patterns.filter((pattern) => pattern.behind.test(behind)).map(({ power }) => power);
  return found.filter((power) => power === found[0] || power > 9 || power === 0);
}

/** How much of what stands behind a number is looked at. */
export const magnitudeChars = 14;

/** Whether a text names a magnitude anywhere, of which only the number may be a word. */
const anyMagnitude = new RegExp(
  words
    .filter(([power]) => power > 0)
    .map(([, choices]) => choices.replace('|m(?!\\p{L})', ''))
    .map((choices) => `(?<!\\p{sc=Latn}|\\p{sc=Cyrl})(?:${choices})`)
    .join('|'),
  'iu',
);

export function hasMagnitude(text: string): boolean {
  return anyMagnitude.test(text);
}
