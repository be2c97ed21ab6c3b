import { it } from 'vitest';
import { expectGated } from './gate-answer.ts';

it.each([
  [
    'es',
    'Te envío la traducción del contrato: el vendedor pagará al comprador la suma de 500 euros.',
    'en',
    'Here is the translation of the contract: the seller will pay the buyer the sum of 500 euros.',
  ],
  ['de', 'Anbei die Übersetzung: Der Hund schläft.', 'en', 'Here is the translation: The dog sleeps.'],
  ['ru', 'Посылаю перевод: Собака спит.', 'en', 'Here is the translation: The dog sleeps.'],
  [
    'it',
    'In allegato il testo tradotto: Il cane dorme.',
    'en',
    'Here is the translated text: The dog sleeps.',
  ],
  [
    'en',
    'Attached is the translation of the letter: Dear',
    'es',
    'Aquí está la traducción de la carta: Querido',
  ],
  ['ja', '添付は手紙の翻訳です：犬', 'en', 'Here is the translation of the letter: a dog'],
  ['it, a text', 'In allegato il testo: Il cane dorme.', 'de', 'Hier ist der übersetzte Text: Der Hund'],
  ['uk', 'Це наш переклад: Собака.', 'de', 'Hier ist unsere Übersetzung: Ein Hund.'],
  ['nl', 'Ik stuur de vertaalde brief: Beste', 'en', 'Here is the translated letter: Dear'],
  ['sv', 'Bifogar översatt brev: Hej', 'en', 'Here is the translated letter: Hi'],
  ['hu', 'Küldöm a fordítást: Kutya', 'en', 'Here is the translation: Dog'],
  ['ar', 'أرفق لكم الترجمة: كلب', 'en', 'Here is the translation: Dog'],
  ['ko', '편지 번역을 보냅니다: 개', 'en', 'Here is the translation: Dog'],
  ['zh', '附上译文：狗', 'en', 'Here is the translation: Dog'],
  ['without an umlaut', 'Uebersetzung - Karl', 'en', 'Translation: Karl'],
  ['a text', 'Anbei der Text auf Französisch: Le chien.', 'es', 'Here is the text in French: Le chien.'],
])(
  'leaves an announcement that the source has in its own words: %s',
  async (_name, source, target, answer) => {
    await expectGated({ source, target, answer, text: answer });
  },
);

it.each([
  ['a German result', 'Ergebnis 5:3 für Bayern', 'en', 'Result: 5:3 for Bayern'],
  ['an Italian answer', 'La risposta è no, grazie.', 'en', 'Answer: no, thanks.'],
  ['a Japanese answer', '解答　3', 'en', 'Answer: 3'],
  ['a Japanese result', '結果　合格', 'en', 'Result: passed'],
  ['a Japanese output', '出力　5W', 'en', 'Output: 5 W'],
  ['a Chinese target', '目标 一亿元', 'en', 'Target: 100 million yuan'],
  ['an English output', 'Output 5 W', 'de', 'Output: 5 W'],
  ['a heading', 'Ergebnis\n5 Tore', 'en', 'Result:\n5 goals'],
  ['a language it is from', 'Aus dem Deutschen von Karl', 'en', 'Translation from German: Karl'],
  ['the name of the target', 'German, a difficult language', 'de', 'German: a difficult language'],
  ['its Russian name', 'С немецкого, Карл', 'de', 'German: Karl'],
  ['its Korean name', '독일 소설', 'de', 'German: Roman'],
])('leaves a label for which the source has a word: %s', async (_name, source, target, answer) => {
  await expectGated({ source, target, answer, text: answer });
});

it.each([
  ['a plain label', 'Hello', 'pt', 'Answer: Olá', 'Olá'],
  ['one on its own line', 'The answer is no.', 'pt', '**Answer:**\nA resposta é não.', 'A resposta é não.'],
  [
    'a language that the source does not name',
    'I speak French.',
    'de',
    'German: Ich kann das.',
    'Ich kann das.',
  ],
  ['no language', 'I speak German.', 'de', 'Translation: Ich spreche Deutsch.', 'Ich spreche Deutsch.'],
  [
    'an introduction to a text that speaks of a text',
    'This text is long.',
    'de',
    'Here is the translation: Der Text ist lang.',
    'Der Text ist lang.',
  ],
  [
    'an introduction to what speaks of translating only later',
    `${'a '.repeat(100)}translation`,
    'de',
    'Here is the translation: b',
    'b',
  ],
])('still takes away what the source has no words for: %s', async (_name, source, target, answer, text) => {
  await expectGated({ source, target, answer, text });
});
