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
  ['es', 'en', 'No tengo dinero.', "I don't have any money."],
  ['it', 'en', 'Non so nuotare.', "I can't swim."],
  ['es', 'en', 'No quiero ir.', "I won't go."],
  ['it', 'en', 'Non so aiutarti.', "I can't help you."],
  ['de', 'en', 'Ich bin verhindert.', "I'm sorry, I can't make it."],
  ['pt', 'en', 'Oi, tudo bem?', 'Hi, how are you?'],
  ['it', 'en', 'Buongiorno, come sta?', 'Hello, how are you?'],
  ['de', 'en', 'Guten Tag, wie geht es?', 'Hello! How are you?'],
  ['es', 'en', 'Vale, nos vemos.', 'Okay, see you.'],
  ['en', 'ru', 'Great, thanks.', 'Хорошо, спасибо.'],
  ['en', 'ko', 'Yep!', '네!'],
  ['en', 'es', 'Good morning, John.', 'Hola, John.'],
  ['es', 'en', 'Avísame cuando llegues.', 'Let me know when you arrive.'],
  ['de', 'en', 'Sonst noch was?', 'Anything else?'],
  ['ja', 'en', '着いたら教えてね。', 'Let me know when you arrive.'],
  ['fr', 'en', 'Attention : chaud', 'Note: hot'],
  ['en', 'de', 'Tip: read this', 'Hinweis: Lies das'],
  ['en', 'zh', 'Warning: hot', '注意：高温'],
  ['zh', 'en', '日本語版', 'Japanese translation'],
  ['en', 'de', 'LLMs are great', 'Sprachmodelle sind großartig'],
  ['fr', 'en', 'Je suis adjoint au maire.', "I'm an assistant to the mayor."],
  ['es', 'en', 'Soy ayudante de cocina.', 'I am an assistant cook.'],
  ['en', 'de', 'Forgot password?', 'Passwort vergessen'],
  ['en', 'de', 'Got a question?', 'Fragen'],
  ['en', 'es', 'Forgot your password?', 'Recuperar contraseña'],
  ['en', 'ja', 'Did you eat?', 'ご飯食べた'],
  ['en', 'zh', 'How are you?', '你好吗'],
  ['en', 'zh', 'Have you eaten?', '你吃了吗。'],
  ['en', 'ko', 'How are you?', '어떻게 지내세요'],
  ['en', 'de', 'Naturally grown food', 'Natürlich gewachsene Lebensmittel'],
  ['en', 'es', 'Light blue, please.', 'Azul claro, por favor.'],
])('%s to %s: %j may become %j', (from, to, source, translation) => {
  expect(checkAnswered(createSubject(source, translation, { from, to }))).toBeUndefined();
});

test.each([
  ['en', 'de', 'What is the capital of France?', 'Die Hauptstadt Frankreichs ist Paris.'],
  ['de', 'ja', 'Was ist die Hauptstadt von Frankreich?', 'フランスの首都はパリです。'],
  ['en', 'de', 'What is the capital of France?', 'Paris'],
  ['en', 'de', 'Is the shop open today?', 'Ja, das Geschäft ist heute offen'],
  ['en', 'de', 'How far is it?', 'Etwa 12 Kilometer'],
  ['en', 'en', 'Some people were hurt in the town.', "I'm sorry, but I can't help with that."],
  ['en', 'es', 'Help me with this recipe.', 'Lo siento, no puedo ayudarte con eso.'],
  ['en', 'de', 'The shop is closed.', 'Hinweis: Das Geschäft ist geschlossen.'],
  ['en', 'de', 'The blast killed his driver.', 'Gerne, hier ist die Antwort auf die Anfrage.'],
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
