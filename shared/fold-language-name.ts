/** Traditional characters of Chinese language names, each before its simplified form. */
const traditionalPairs =
  '東东義义書书亞亚喬乔倫伦體体蘭兰內内別别務务華华盧卢吳吴國国圖图壘垒賓宾爾尔島岛廣广庫库撾挝漢汉' +
  '烏乌愛爱蓋盖祿禄簡简粵粤約约紹绍緒绪維维緬缅羅罗納纳聰聪臘腊脫脱蘇苏薩萨語语話话諾诺賈贾達达邁迈' +
  '欽钦門门韃鞑韓韩頓顿馬马魯鲁鮮鲜麥麦齊齐';
const simplified = new Map(traditionalPairs.match(/../gu)?.map((pair) => [pair.charAt(0), pair.charAt(1)]));

/**
 * The form in which language names are compared: without case, diacritics, vowel points, apostrophes and punctuation,
 * words in alphabetical order ("Chinese (Simplified)" = "Simplified Chinese"), Chinese in simplified characters and
 * with one word for "language" (英文 = 英语 = 英語). Never shown. A name without letters becomes the empty string.
 */
export function foldLanguageName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\p{Cf}'‘’ʻʼ]/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '' && word !== 'language')
    .map(foldChinese)
    .sort()
    .join(' ');
}

function foldChinese(word: string): string {
  return word
    .replace(/\p{Script=Han}/gu, (character) => simplified.get(character) ?? character)
    .replace(/(?<=\p{Script=Han})[文话]$/u, '语');
}
