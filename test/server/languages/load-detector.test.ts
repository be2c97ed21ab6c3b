import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { confidentAbove, type Detection, type Detector } from '../../../server/languages/detector.ts';
import { isSameLanguage } from '../../../shared/is-same-language.ts';
import { loadDetector } from '../../../server/languages/load-detector.ts';
import { floresLanguages, readFloresHalf } from '../../read-flores.ts';

let detect: Detector;

beforeAll(async () => {
  detect = await loadDetector();
});

test('The detector is made once', async () => {
  expect(await loadDetector()).toBe(detect);
});

test.each([
  ['今天天气很好，我们去公园散步吧。', 'zh-Hans'],
  ['今天天氣很好，我們去公園散步吧。', 'zh-Hant'],
  ['苹果公司发布了 iPhone 15 Pro Max 和 Apple Watch Ultra 两款新产品，价格没有变化。', 'zh-Hans'],
  ['今日は天気がとても良いので公園を散歩しましょう。', 'ja'],
  ['오늘은 날씨가 좋으니 공원을 산책합시다.', 'ko'],
  ['วันนี้อากาศดีมาก ไปเดินเล่นในสวนกันเถอะ', 'th'],
  ['היום מזג האוויר יפה מאוד, בואו נטייל בפארק.', 'he'],
  ['הײַנט איז אַ שײנער טאָג, לאָמיר גײן שפּאַצירן אין פּאַרק.', 'yi'],
  ['Σήμερα ο καιρός είναι πολύ καλός, ας πάμε μια βόλτα στο πάρκο.', 'el'],
  ['Сегодня очень хорошая погода, мы погуляем в парке и съедим мороженое.', 'ru'],
  ['Сьогодні дуже гарна погода, давайте прогуляємося в парку.', 'uk'],
  ['Бүгін ауа райы өте жақсы, саябақта серуендейік, қымбатты достар.', 'kk'],
  ['Денес времето е многу убаво, ајде да прошетаме во паркот, ќе биде ѓаволски добро, рече ѕвездата.', 'mk'],
  ['آج موسم بہت اچھا ہے، چلو پارک میں سیر کرتے ہیں۔', 'ur'],
  ['امروز هوا خیلی خوب است، بیایید در پارک قدم بزنیم.', 'fa'],
  ['نن هوا ډېره ښه ده، راځئ چې په پارک کې وګرځو.', 'ps'],
  ['आज मौसम बहुत अच्छा है, चलो पार्क में टहलते हैं।', 'hi'],
  ['आज मौसम धेरै राम्रो छ, पार्कमा घुम्न जाऔं, साथीहरू पनि आउँदै छन्।', 'ne'],
  ['Været er veldig fint i dag, la oss gå en tur i parken sammen med barna.', 'nb'],
  ['Napakaganda ng panahon ngayon, maglakad-lakad tayo sa parke.', 'fil'],
  ['Saya tidak tahu apa yang harus saya lakukan karena mobil itu rusak.', 'id'],
  ['Saya tidak tahu apa yang patut saya lakukan kerana kereta itu rosak.', 'ms'],
])('%j is %s, with confidence', (text, language) => {
  const found = detect(text);
  expect(found.language).toBe(language);
  expect(found.confidence).toBeGreaterThan(confidentAbove);
});

test.each([
  'Hello',
  'OK',
  'Ok',
  'menu',
  'Menu',
  'Information',
  'Hotel',
  'Paris',
  'Taxi',
  'Hotel Ritz',
  'Steve Jobs',
  'iPhone 15 Pro Max',
  'pain au chocolat',
  'Hello world',
  '東京',
  'Restaurant und Café 東京大学 まつり',
])('%j could be in several languages', (text) => {
  expect(detect(text).confidence).toBeLessThanOrEqual(confidentAbove);
});

test.each([
  '',
  '42',
  '12:30 – 14:00',
  '😀🎉',
  'https://example.com/the/quick/brown/fox',
  'mail@example.com',
  '{name}',
  '`const x`',
  '...',
])('%j is in no language', (text) => {
  expect(detect(text)).toEqual({ language: 'und', confidence: 0 });
});

test('An address, code and placeholders leave the language of the sentence round them', () => {
  const text =
    'Öffnen Sie https://example.com/the/quick/brown/fox/and/the/lazy/dog und geben Sie `please enter your name here` mit {firstName} ein.';
  expect(detect(text).language).toBe('de');
});

test('Japanese is still Japanese with more Han than kana', () => {
  expect(detect('東京都知事選挙投開票日は七月七日').language).toBe('ja');
});

test.each(floresLanguages)(
  'Whole sentences in %s are found with confidence, and under 1 in 100 of those is wrong',
  (tag) => {
    const found = readFloresHalf(tag, 'even').map((line) => detect(line));
    expect(countConfident(found)).toBeGreaterThanOrEqual(90);
    expect(countWrong(found, tag)).toBeLessThan(1);
  },
);

test.each([
  [5, 0.01],
  [3, 0.015],
  [2, 0.02],
  [1, 0.03],
])('Of the confident detections of %d words at most the part %d is wrong', (words, limit) => {
  let confident = 0;
  let wrong = 0;
  for (const tag of floresLanguages) {
    const found = readFloresHalf(tag, 'even').map((line) =>
      detect(line.split(/\s+/).slice(0, words).join(' ')),
    );
    confident += countConfident(found);
    wrong += countWrong(found, tag);
  }
  expect(confident).toBeGreaterThan(500);
  expect(wrong / confident).toBeLessThanOrEqual(limit);
});

test('No text makes it throw, and the confidence stays between 0 and 1', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const { language, confidence } = detect(text);
      expect(confidence >= 0 && confidence <= 1).toBe(true);
      expect(language === 'und').toBe(confidence === 0);
    }),
  );
});

function countConfident(found: readonly Detection[]): number {
  return found.filter(({ confidence }) => confidence > confidentAbove).length;
}

function countWrong(found: readonly Detection[], tag: string): number {
  return found.filter(
    ({ language, confidence }) => confidence > confidentAbove && !isSameLanguage(language, tag),
  ).length;
}
