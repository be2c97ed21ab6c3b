import { expect, test } from 'vitest';
import { checkAnswered } from '../../../server/checks/check-answered.ts';
import { chatAnswers } from './chat-answers.ts';
import { createSubject } from './create-subject.ts';

test.each([
  ['es', 'en', 'Lo siento, pero no puedo ayudarte.', "I'm sorry, but I can't help you."],
  ['en', 'de', 'Sorry, I cannot come today.', 'Es tut mir leid, ich kann heute nicht kommen.'],
  ['en', 'fr', 'The band apologized to its fans.', "Le groupe s'est excusé auprès de ses fans."],
  ['en', 'zh', 'Sure, no problem!', '好的，没问题！'],
  ['ja', 'en', 'もちろん、行きます。', 'Of course, I will come.'],
  ['en', 'de', 'As an AI language model, I have no opinion.', 'Als KI-Sprachmodell habe ich keine Meinung.'],
  ['en', 'de', 'The translation of the book was a success.', 'Die Übersetzung des Buches war ein Erfolg.'],
  ['ru', 'en', 'Перевод книги имел успех.', 'The translation of the book was a success.'],
  ['en', 'de', 'Note: the shop is closed.', 'Hinweis: Das Geschäft ist geschlossen.'],
  ['en', 'de', 'How are you?', 'Wie geht es Ihnen?'],
  ['en', 'ja', 'How are you?', 'お元気ですか。'],
  ['en', 'th', 'How are you?', 'คุณสบายดีไหม'],
  ['en', 'el', 'How are you?', 'Τι κάνετε;'],
  ['fi', 'en', 'Valitettavasti en voi tulla.', "I'm sorry, I cannot come."],
  [
    'en',
    'de',
    'Let me know if you need anything else.',
    'Lassen Sie es mich wissen, wenn Sie noch etwas brauchen.',
  ],
  ['en', 'de', 'Naturally grown food', 'Natürlich gewachsene Lebensmittel'],
  ['en', 'es', 'Light blue, please.', 'Azul claro, por favor.'],
])('%s to %s: %j may become %j', (from, to, source, translation) => {
  expect(checkAnswered(createSubject(source, translation, { from, to }))).toBeUndefined();
});

test.each([
  ['en', 'de', 'What is the capital of France?', 'Die Hauptstadt Frankreichs ist Paris.'],
  ['de', 'ja', 'Was ist die Hauptstadt von Frankreich?', 'フランスの首都はパリです。'],
  [
    'en',
    'de',
    'The shop is closed.',
    'Das Geschäft ist geschlossen.\n\n(Hinweis: „shop“ kann auch Werkstatt heißen.)',
  ],
  ['en', 'de', 'The shop is closed.', 'Die Übersetzung lautet: Das Geschäft ist geschlossen.'],
  ['en', 'fr', 'The shop is closed.', 'Bien sûr ! Le magasin est fermé.'],
  ['fi', 'en', 'Kauppa on kiinni.', 'As an AI language model, I do not know whether the shop is closed.'],
  [
    'en',
    'es',
    'The shop is closed.',
    'La tienda está cerrada. ¿Puedo ayudarte con algo más? Si necesitas más ejemplos, no dudes en pedirlos.',
  ],
])('%s to %s: %j answered by %j is found', (from, to, source, translation) => {
  expect(checkAnswered(createSubject(source, translation, { from, to }))?.check).toBe('answered');
});

test('There are many answers in many languages to plant', () => {
  expect(new Set(chatAnswers).size).toBeGreaterThanOrEqual(30);
});
