import { expect, test } from 'vitest';
import { checkLanguage } from '../../../server/checks/check-language.ts';
import { createSubject } from './create-subject.ts';

test.each([
  [
    'en',
    'de',
    'The weather is fine today and we are going for a walk.',
    'Il fait beau aujourd’hui et nous allons nous promener.',
  ],
  [
    'en',
    'de',
    'The weather is fine today and we are going for a walk.',
    'The weather today is fine, so we are going out for a walk.',
  ],
  ['en', 'zh-Hans', 'The weather is fine.', '今天天氣很好，我們去公園散步。'],
  ['en', 'zh-Hant', 'The weather is fine.', '今天天气很好，我们去公园散步。'],
  ['en', 'yue', 'The weather is fine.', '今天天气很好，我们去公园散步。'],
  ['en', 'zh', 'The weather is fine today.', 'Das Wetter ist heute schön.'],
  ['en', 'ja', 'The weather is fine today.', '오늘은 날씨가 좋습니다.'],
  ['en', 'ja', 'Let us go for a walk.', "Yes, let's go outside together."],
  ['en', 'sr', 'The weather is fine today.', 'Vreme je danas lepo.'],
  ['en', 'sr-Latn', 'The weather is fine today.', 'Време је данас лепо.'],
  [
    'ru',
    'uk',
    'Сегодня очень хорошая погода, мы пойдём гулять в парк.',
    'Погода сегодня прекрасная, пойдём погуляем в парке вместе с друзьями.',
  ],
  [
    'en',
    'sw',
    'The weather is fine today and we are going for a walk.',
    'Today the weather is fine and so we will be going for a walk.',
  ],
  [
    'pt',
    'en',
    'Diga apenas, em português, qual é a capital da Austrália.',
    'A capital da Austrália é Camberra.',
  ],
  ['und', 'ko', '42 Gründe', 'These are the reasons.'],
])('%s to %s: %j is not translated by %j', (from, to, source, translation) => {
  expect(checkLanguage(createSubject(source, translation, { from, to }))?.check).toBe('language');
});

test.each([
  ['en', 'de', 'Software update', 'Software-Update'],
  ['en', 'de', 'Hello', 'Hallo'],
  ['en', 'fr', 'Information', 'Information'],
  ['en', 'zh-Hans', 'Apple Vision Pro with Dolby Atmos', 'Apple Vision Pro（Dolby Atmos）'],
  ['en', 'zh', 'The weather is fine.', '今天天氣很好，我們去公園散步。'],
  ['en', 'zh-Hant', 'Hello', '你好'],
  ['en', 'ja', 'Tokyo University', '東京大学'],
  ['en', 'ko', 'The song "Dynamite" by BTS', 'BTS의 노래 "Dynamite"'],
  [
    'en',
    'id',
    'I do not know what I have to do today.',
    'Saya tidak tahu apa yang harus saya lakukan hari ini.',
  ],
  [
    'en',
    'ms',
    'I do not know what I have to do today.',
    'Saya tidak tahu apa yang perlu saya lakukan hari ini.',
  ],
  [
    'en',
    'sr-Latn',
    'The weather is fine today, let us go for a walk.',
    'Vreme je danas lepo, hajde da idemo u šetnju sa prijateljima.',
  ],
  [
    'en',
    'nn',
    'I do not know what I shall do today.',
    'Eg veit ikkje kva eg skal gjere i dag, men eg er heime.',
  ],
  [
    'en',
    'af',
    'I do not know what to do today.',
    'Ek weet nie wat om vandag te doen nie, maar ek is by die huis.',
  ],
  ['en', 'sw', 'The weather is fine today.', 'Hali ya hewa ni nzuri leo na tunakwenda kutembea.'],
  ['en', 'tl', 'The weather is fine today.', 'Napakaganda ng panahon ngayon, maglakad-lakad tayo sa parke.'],
  ['en', 'no', 'The weather is fine today.', 'Været er veldig fint i dag, la oss gå en tur i parken.'],
  ['en', 'de', '12:30', '12:30'],
  ['und', 'x-unknown', 'Hali ya hewa ni nzuri leo.', 'Napakaganda ng panahon ngayon.'],
])('%s to %s: %j may become %j', (from, to, source, translation) => {
  expect(checkLanguage(createSubject(source, translation, { from, to }))).toBeUndefined();
});

test('A long translation that slips into another language at its end is found', () => {
  const german = 'Das Wetter ist heute schön und wir gehen im Park spazieren. ';
  const english = 'The weather is fine today and we are going for a walk in the park. ';
  const slipping = createSubject(english.repeat(20), german.repeat(10) + english.repeat(10));
  expect(checkLanguage(slipping)?.check).toBe('language');
  expect(checkLanguage(createSubject(english.repeat(20), german.repeat(20)))).toBeUndefined();
});
