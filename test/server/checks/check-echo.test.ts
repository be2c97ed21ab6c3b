import { expect, test } from 'vitest';
import { checkEcho } from '../../../server/checks/check-echo.ts';
import { createSubject } from './create-subject.ts';

test.each([
  ['en', 'de', 'Please click here to continue.', 'Please click here to continue.'],
  ['en', 'de', 'Please click here to continue.', '"please click here to continue"'],
  [
    'en',
    'de',
    'Please click here to continue.',
    'Please click here to continue.\nBitte klicken Sie hier, um fortzufahren.',
  ],
  [
    'en',
    'de',
    'The valves opened and the oil flowed into the tank.',
    'The valves opened and oil then flowed into the tank.',
  ],
  ['en', 'de', 'Delete my account', 'Delete my account'],
  ['und', 'fr', 'Delete my account', 'Delete my account'],
  ['de', 'en', 'Konto jetzt löschen', 'Konto jetzt löschen'],
  ['und', 'ja', 'Please click here to continue.', 'Please click here to continue.'],
  ['zh', 'en', '今天天气很好我们去公园散步', '今天天气很好，我们去公园散步。'],
  ['ja', 'zh', '今日は天気が良いので散歩しましょう', '今日は天気が良いので散歩しましょう'],
])('%s to %s: %j becoming %j is an echo', (from, to, source, translation) => {
  expect(checkEcho(createSubject(source, translation, { from, to }))?.check).toBe('echo');
});

test.each([
  ['en', 'de', 'OK', 'OK'],
  ['en', 'de', 'Steve Jobs', 'Steve Jobs'],
  ['en', 'de', 'Grand Connaught Rooms Hotel London', 'Grand Connaught Rooms Hotel London'],
  ['en', 'de', 'DELETE MY ACCOUNT', 'DELETE MY ACCOUNT'],
  ['en', 'fr', 'Made in Germany', 'Made in Germany'],
  ['en', 'de', 'machine learning', 'machine learning'],
  ['en', 'de', 'Delete my account', 'Mein Konto löschen'],
  ['fr', 'en', 'pain au chocolat', 'pain au chocolat'],
  ['en', 'ja', 'iPhone 15 Pro Max', 'iPhone 15 Pro Max'],
  ['ja', 'zh', '東京大学', '東京大学'],
  ['en', 'de', 'https://example.com/this/is/a/long/address', 'https://example.com/this/is/a/long/address'],
  ['en', 'de', '`git commit -m "what was done"`', '`git commit -m "what was done"`'],
  [
    'en',
    'de',
    'Das Wetter ist heute schön und wir gehen spazieren.',
    'Das Wetter ist heute schön und wir gehen spazieren.',
  ],
  ['pt-PT', 'pt-BR', 'O tempo está bom hoje.', 'O tempo está bom hoje.'],
  [
    'es',
    'pt',
    'El tiempo es bueno para todos los animales de la casa.',
    'O tempo é bom para todos os animais da casa.',
  ],
  ['en', 'de', 'Please click here to continue.', 'Bitte klicken Sie hier, um fortzufahren.'],
  ['en', 'de', '', ''],
])('%s to %s: %j may become %j', (from, to, source, translation) => {
  expect(checkEcho(createSubject(source, translation, { from, to }))).toBeUndefined();
});
