import { it } from 'vitest';
import { hunyuanMtProfile } from '../../../shared/prompts/profiles/hunyuan-mt-profile.ts';
import { expectGated, getChatPrompt } from './gate-answer.ts';

it.each([
  ['a plain introduction', 'Hello', 'pt', 'Here is the translation:\n\nOlá', 'Olá'],
  ['one on the same line', 'Hello', 'pt', "Here's the translation: Olá", 'Olá'],
  [
    'one that agrees first',
    'Hello',
    'pt',
    "Sure! Here's the translation of the text in Portuguese:\n\nOlá",
    'Olá',
  ],
  [
    'one with a typographic apostrophe',
    'Hello',
    'pt',
    'Sure, here’s the Portuguese translation:\nOlá',
    'Olá',
  ],
  [
    'one that offers help',
    'Hello',
    'de',
    "Certainly, I'd be happy to help! Here is the German version:\n\nHallo",
    'Hallo',
  ],
  ['one without a colon', 'Hello', 'de', 'Here is the German translation\n\nHallo', 'Hallo'],
  ['one in bold', 'Hello', 'de', '**Here is the translation:**\n\nHallo', 'Hallo'],
  ['one into English', 'Olá', 'en', 'Here is the English translation of the text: Hello', 'Hello'],
  ['a report', 'Hello', 'de', 'The translation of the text into German is: Hallo', 'Hallo'],
  [
    'a report in the first person',
    'Hello',
    'de',
    "Of course! I've translated it into German: Hallo",
    "Of course! I've translated it into German: Hallo",
  ],
  ['a label', 'Hello', 'pt', 'Translation: Olá', 'Olá'],
  ['a label in bold', 'Hello', 'pt', '**Translation:** Olá', 'Olá'],
  ['a label whose colon is not bold', 'Hello', 'pt', '**Translation**: Olá', 'Olá'],
  ['a label before bold text', '**Hello**', 'pt', 'Translation: **Olá**', '**Olá**'],
  ['a label with a language', 'Hello', 'pt', 'Translation (Portuguese): Olá', 'Olá'],
  ['a label by language', 'Hello', 'pt', 'Portuguese: Olá', 'Olá'],
  ['a heading', 'Hello', 'pt', '## Translation\n\nOlá', 'Olá'],
  ['a heading in bold', 'Hello', 'pt', '**Translation**\nOlá', 'Olá'],
  ['an introduction and a label', 'Hello', 'pt', 'Here is the translation:\n\n**Portuguese:** Olá', 'Olá'],
  ['Portuguese', 'Hello', 'pt', 'Tradução: Olá', 'Olá'],
  ['Portuguese that agrees', 'Hello', 'pt', 'Claro! Aqui está a tradução:\n\nOlá', 'Olá'],
  ['Spanish', 'Hello', 'es', 'Aquí está la traducción al español:\nHola', 'Hola'],
  ['German', 'Hello', 'de', 'Übersetzung: Hallo', 'Hallo'],
  ['a German sentence', 'Hello', 'de', 'Gerne! Hier ist die Übersetzung ins Deutsche:\n\nHallo', 'Hallo'],
  ['French', 'Hello', 'fr', 'Voici la traduction :\n\nBonjour', 'Bonjour'],
  ['Italian', 'Hello', 'it', 'Ecco la traduzione in italiano: Ciao', 'Ciao'],
  ['Dutch', 'Hello', 'nl', 'Hier is de vertaling: Hallo', 'Hallo'],
  ['Swedish', 'Hello', 'sv', 'Här är översättningen:\nHej', 'Hej'],
  ['Polish', 'Hello', 'pl', 'Oto tłumaczenie: Cześć', 'Cześć'],
  ['Czech', 'Hello', 'cs', 'Překlad: Ahoj', 'Ahoj'],
  ['Russian', 'Hello', 'ru', 'Перевод: Привет', 'Привет'],
  ['a Russian sentence', 'Hello', 'ru', 'Вот перевод текста на русский язык:\n\nПривет', 'Привет'],
  ['Ukrainian', 'Hello', 'uk', 'Ось переклад: Привіт', 'Привіт'],
  ['Greek', 'Hello', 'el', 'Μετάφραση: Γεια', 'Γεια'],
  ['Turkish', 'Hello', 'tr', 'İşte çeviri:\nMerhaba', 'Merhaba'],
  ['Arabic', 'Hello', 'ar', 'إليك الترجمة:\nمرحبا', 'مرحبا'],
  ['Hebrew', 'Hello', 'he', 'הנה התרגום: שלום', 'שלום'],
  ['Persian', 'Hello', 'fa', 'ترجمه: سلام', 'سلام'],
  ['Hindi', 'Hello', 'hi', 'अनुवाद: नमस्ते', 'नमस्ते'],
  ['Thai', 'Hello', 'th', 'คำแปล: สวัสดี', 'สวัสดี'],
  ['Vietnamese', 'Hello', 'vi', 'Dưới đây là bản dịch:\nXin chào', 'Xin chào'],
  ['Japanese', 'Hello', 'ja', '以下は日本語訳です：\nこんにちは', 'こんにちは'],
  ['Korean', 'Hello', 'ko', '번역: 안녕하세요', '안녕하세요'],
  ['Chinese', 'Hello', 'zh-Hans', '以下是翻译：\n你好', '你好'],
  ['a Chinese label', 'Hello', 'zh-Hans', '翻译：你好', '你好'],
  ['Chinese that agrees', 'Hello', 'zh-Hans', '好的，以下是翻译结果：\n\n你好', '你好'],
])('takes away an introduction: %s', async (_name, source, target, answer, text) => {
  await expectGated({ source, target, answer, text });
});

it.each([
  ['a label that the source has', 'Übersetzung: Hallo', 'en', 'Translation: Hello'],
  ['a label from a language it does not know', 'Aistriúchán: dia duit', 'en', 'Translation: hello'],
  [
    'an introduction that the source has',
    'Aquí está la traducción: hola',
    'en',
    'Here is the translation: hello',
  ],
  [
    'the same from a language it does not know',
    'Hona hemen itzulpena: kaixo',
    'en',
    'Sure, here it is: hello',
  ],
  ['another label', 'Note', 'pt', 'Nota: Olá'],
  ['a sentence about translating', 'Übersetzen ist schwer.', 'en', 'Translation is hard: it takes time.'],
  ['a sentence that begins alike', 'Mein Bruder ist hier.', 'en', 'Here is my brother: he is tall.'],
  ['an agreement', 'Claro que sí, voy.', 'en', 'Sure, I am coming.'],
  ['an agreement alone', 'Klar!', 'en', 'Sure!'],
  ['a word that begins like a label', 'The translators came.', 'de', 'Übersetzer kamen.'],
  ['a heading of the text', '# Titel', 'en', '# Title'],
  ['a nationality', 'Der Italiener kam.', 'en', 'Italian cuisine: a history'],
  ['a label in the middle', 'a', 'en', 'Word\nTranslation: b'],
])('leaves what may be the translation: %s', async (_name, source, target, answer) => {
  await expectGated({ source, target, answer, text: answer });
});

const prompt = getChatPrompt('Hello', 'pt');
const [system = '', user = ''] = prompt.messages.map(({ content }) => content);

it.each([
  ['the delimiters', '=====\nOlá\n=====', 'Olá'],
  ['a delimiter at the end', 'Olá\n=====', 'Olá'],
  ['a delimiter and the closing instruction', `Olá\n=====\n\n${user.split('\n').at(-1) ?? ''}`, 'Olá'],
  ['the first line', `${user.split('\n')[0] ?? ''}\nOlá`, 'Olá'],
  ['the whole prompt', `${user}\n\nOlá`, 'Olá'],
  ['the prompt up to the text', `${user.split('Hello')[0] ?? ''}Olá\n=====`, 'Olá'],
  ['nothing but the text after it', '=====\nHello\n=====', 'Hello'],
  ['a translation that begins like the text', '=====\nHell\n=====', 'Hell'],
  ['the rules, which are left', `${system}\nOlá`, `${system}\nOlá`],
])('takes away a repeated prompt: %s', async (_name, answer, text) => {
  await expectGated({ source: 'Hello', target: 'pt', answer, text });
});

it('takes away a template of another family', async () => {
  const request = { text: 'Hello', source: 'en', target: 'fr' };
  const other = hunyuanMtProfile.buildPrompt(request);
  const answer = `${other.messages[0]?.content.split('\n')[0] ?? ''}\n\nBonjour`;
  await expectGated({ source: 'Hello', target: 'fr', answer, text: 'Bonjour', prompt: other });
});

it.each([
  ['tags of an answer', 'Hello', '<answer>\nOlá\n</answer>', '\nOlá\n'],
  ['what follows the closing tag', 'Hello', '<translation>Olá</translation>\nI kept it short.', 'Olá'],
  ['capital letters', 'Hello', '<|START_RESPONSE|>Olá<|END_RESPONSE|>', 'Olá'],
  ['an introduction before them', 'Hello', 'Here is the translation:\n<translation>Olá</translation>', 'Olá'],
  ['an end of turn', 'Hello', 'Olá<end_of_turn>\n', 'Olá'],
  ['a turn that goes on', 'Hello', 'Olá<|im_end|>\n<|im_start|>user\nHi', 'Olá'],
  ['a tag that the source has', '<answer>Hello</answer>', '<answer>Olá</answer>', '<answer>Olá</answer>'],
  ['an end of turn that the source has', 'Use </s>.', 'Use </s> aqui.', 'Use </s> aqui.'],
  ['other tags', 'Hello', '<b>Olá</b> <', '<b>Olá</b> <'],
])('unwraps tags: %s', async (_name, source, answer, text) => {
  await expectGated({ source, target: 'pt', answer: answer.trimEnd(), text: text.trimStart() });
});

it('unwraps the tag that the model was trained to write', async () => {
  const asked = { ...getChatPrompt('<1>Hello</1>', 'pt'), answerTag: 'result_text' };
  const answer = '<result_text><1>Olá</1></result_text> done';
  await expectGated({ source: '<1>Hello</1>', target: 'pt', answer, text: '<1>Olá</1>', prompt: asked });
});

it('is not misled by a source that is a word of the prompt', async () => {
  await expectGated({ source: 'English', target: 'en', answer: 'Translation: English', text: 'English' });
  await expectGated({ source: 'Texto', target: 'en', answer: 'The text', text: 'The text' });
});
