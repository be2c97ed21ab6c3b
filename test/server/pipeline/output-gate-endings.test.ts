import { expect, it } from 'vitest';
import { expectGated, gate, getChatPrompt } from './gate-answer.ts';

it.each([
  ['a note after a blank line', 'Hello', 'Olá\n\nNote: I kept it short.', 'Olá'],
  ['a note in brackets', 'Hello', 'Olá\n\n(Note: I kept it short.)', 'Olá'],
  ['a note in bold', 'Hello', 'Olá\n\n**Note:** I kept it short.', 'Olá'],
  ['a note on the next line', 'Hello', 'Olá\n(Note: I kept it short.)', 'Olá'],
  ['a note behind a rule', 'Hello', 'Olá\n\n---\n\n*Note: I kept it short.*', 'Olá'],
  ['a note in the language of the translation', 'Hello', 'Olá\n\nNota: mantive-o curto.', 'Olá'],
  ['a wish', 'Hello.', 'Olá.\n\nI hope this helps!', 'Olá.'],
  ['an offer', 'Hello.', 'Olá.\n\nLet me know if you need anything else.', 'Olá.'],
  ['an explanation', 'Good morning.', 'Bom dia!\n\nIn Portuguese, "bom dia" is a greeting.', 'Bom dia!'],
  ['alternatives', 'Hello', 'Olá\n\nAlternatively, you could say "Oi".', 'Olá'],
  ['a breakdown', 'Hello', "Olá\n\nHere's a breakdown:\n- Olá: hello", 'Olá'],
  ['a note after several lines', 'a\nb', 'c\nd\n\nNote: e', 'c\nd'],
  [
    'a Chinese note',
    'I hope nobody gets hurt.',
    '我希望没有人受伤。\n注意，这是直译。',
    '我希望没有人受伤。',
  ],
])('drops a remark: %s', async (_name, source, answer, text) => {
  await expectGated({ source, target: 'pt', answer, text });
});

it.each([
  ['a second paragraph', 'Hello', 'Olá\n\nTudo bem?'],
  ['a note that the source has', 'Texto. Anmerkung: so.', 'Texto.\n\nNota: assim.'],
  [
    'a note that ends the source',
    'Bring it home.\nNote: it is hot.',
    'Traz para casa.\n\nNota: está quente.',
  ],
  ['a note in a list of lines', 'Hello\nNote', 'Olá\nNota: x'],
  ['a paragraph of its own', 'a\n\nNote', 'b\n\nNote: c'],
  ['what the source has not said yet', 'A file is here. I hope it helps.', 'Cá está.\n\nI hope this helps!'],
  ['what comes far too early', 'A long heading without any end to its words', 'Um\n\nNote: dois'],
  ['a word that begins alike', 'Hello', 'Olá\n\nNotável'],
  ['a line break at the end', 'Hello', 'Olá\n'],
])('leaves what may be the translation: %s', async (_name, source, answer) => {
  await expectGated({ source, target: 'pt', answer, text: answer });
});

it('takes an English sentence before an English translation only for a sure remark', async () => {
  const around = { source: 'Olá.', prompt: getChatPrompt('Olá.', 'en') };
  expect(await gate(around, ['Hello.\n\nThis is it.'])).toBe('Hello.\n\nThis is it.');
  expect(await gate(around, ['Hello.\n\nI hope this helps!'])).toBe('Hello.');
});

it.each([
  ['a fence', 'Hello', '```\nOlá\n```', 'Olá'],
  ['a fence with a language', 'Hello', '```markdown\nOlá\n```', 'Olá'],
  ['a fence that is not closed', 'Hello', '```text\nOlá', 'Olá'],
  ['an introduction and a fence', 'Hello', 'Here is the translation:\n\n```\nOlá\n```', 'Olá'],
  ['a fence and a note', 'Hello', '```\nOlá\n```\n\nNote: short.', 'Olá'],
  ['quotation marks in a fence', 'Hello', '```\n"Olá"\n```', 'Olá'],
  ['several lines', 'a\nb', '```\nc\nd\n```\n', 'c\nd\n'],
  ['marks of code on one line', 'Hello', '```Olá```', 'Olá'],
])('takes off code marks: %s', async (_name, source, answer, text) => {
  await expectGated({ source, target: 'pt', answer, text });
});

it.each([
  ['the source has a fence', '```\nx\n```', '```\ny\n```'],
  ['the source has a fence inside', 'Do:\n```\nx\n```', '```\ny\n```'],
  ['the source has code', 'Use `x`.', '`x` é usado.'],
  ['a fence stands inside', 'Hello', 'Olá\n```\ny\n```'],
])('leaves code marks where %s', async (_name, source, answer) => {
  await expectGated({ source, target: 'pt', answer, text: answer });
});

const long = 'uma frase que é mais longa do que um nome pode ser';

it.each([
  ['straight ones', 'Hello', '"Olá"', 'Olá'],
  ['straight single ones', 'Hello', "'Olá'", 'Olá'],
  ['curly ones', 'Hello', '“Olá”', 'Olá'],
  ['curly single ones', 'Hello', '‘Olá’', 'Olá'],
  ['German ones', 'Hello', '„Hallo“', 'Hallo'],
  ['French ones', 'Hello', '« Bonjour »', ' Bonjour '],
  ['Swedish ones', 'Hello', '”Hej”', 'Hej'],
  ['Danish ones', 'Hello', '»Hej«', 'Hej'],
  ['Japanese ones', 'Hello', '「こんにちは」', 'こんにちは'],
  ['bold', 'Hello', '**Olá**', 'Olá'],
  ['code', 'Hello', '`Olá`', 'Olá'],
  ['a full stop after them', 'Hello.', '"Olá".', 'Olá.'],
  ['a line after them', 'Hello', '"Olá"\n\nTudo bem?', 'Olá\n\nTudo bem?'],
  ['a label before them', 'Hello', 'Translation: "Olá"', 'Olá'],
  ['a note after them', 'Hello', '"Olá"\n\n(Note: short)', 'Olá'],
  ['a long text', 'Hello', `"${long}"`, long],
  ['a long text, others within', 'Hello', `"${long} "e" assim"`, `${long} "e" assim`],
  ['a long text, nested ones', 'Hello', `“${long} “e” assim”`, `${long} “e” assim`],
  ['a long text in bold', 'Hello', `**${long}**`, long],
  ['a long text that is not closed', 'Hello', `"${long}`, long],
  ['a long text that is closed inside', 'Hello', `"${long}", disse`, `${long}, disse`],
])('takes off wrapping marks: %s', async (_name, source, answer, text) => {
  await expectGated({ source, target: 'pt', answer, text });
});

it.each([
  ['the source has such', '"Hello"', '"Olá"'],
  ['the source has others', '«Hello»', '"Olá"'],
  ['the source has some inside', 'The "Titanic" sank.', '"Titanic" afundou.'],
  ['the source has single ones', 'The ‘good bank’', '”Goda banken”'],
  ['the source is speech after a dash', '— Hola —dijo.', `"${long}," she said.`],
  ['a name is quoted', 'Titanic sank.', '«Титаник» затонул.'],
  ['a name is quoted in Chinese', 'Fred has winds.', '“弗雷德”有风。'],
  ['a label is bold', 'Attention, do it.', '**Atenção:** faça.'],
  ['a title stands in marks of titles', 'The Act regulates it.', '《法》'],
  ['the source is a title', '《红楼梦》', '“Dream of the Red Chamber”'],
  ['the source has a title', '〈タイタニック〉', '„Titanic“'],
  [
    'an apostrophe begins a word',
    'In the evening we went.',
    "'s Avonds gingen we naar oma en naar haar huis.",
  ],
  ['a mark is not closed', 'Hello', '"Olá'],
  ['there is nothing in them', 'Hello', '""'],
  ['a list begins', 'Hello', '* Olá'],
  ['they stand at the end', 'Hello', 'Olá "a"'],
])('leaves marks where %s', async (_name, source, answer) => {
  await expectGated({ source, target: 'pt', answer, text: answer });
});
