import { expect, test } from 'vitest';
import { chooseTranslation, frameText, isShort } from '../../../../server/engines/bergamot/short-text.ts';

test('up to four words are short', () => {
  expect(['one', 'one two three four', 'one two three four five'].map(isShort)).toEqual([true, true, false]);
});

test('a short text is also translated in a list, in quotes, in brackets and as a sentence', () => {
  expect(frameText('Hello')).toEqual(['Hello', '- Hello', '"Hello"', '(Hello)', 'Hello.', 'Hello;']);
});

test('a text with punctuation of its own gets no more of it', () => {
  expect(frameText('Hello!')).toEqual(['Hello!', '- Hello!', '"Hello!"', '(Hello!)']);
  expect(frameText('a "b" (c)')).toEqual(['a "b" (c)', '- a "b" (c)']);
});

// What the real models answer, in the order of the frames.
test.each([
  ['Hello', ['Olá, Olá', '- Olá', '"Olá"', '(Olá)', 'Olá.', 'Olá;'], 'Olá'],
  [
    'Thank you',
    [
      'Obrigado por enviar uma edição.',
      '- Obrigado',
      '"Obrigado"',
      '(Obrigado)',
      'Obrigado por enviar uma edição.',
      'Obrigado por enviar uma edição.',
    ],
    'Obrigado',
  ],
  [
    'Sobre nós',
    ['About Us About Us', '- About us', '"About Us "', '(About us)', 'About us.', 'About us;'],
    'About us',
  ],
  [
    'Política de privacidade',
    [
      'Contact Us Privacy Policy',
      'Contact Us Privacy Policy',
      '"Privacy policy "',
      'Privacy Policy (Privacy Policy)',
      'Privacy Policy - scotts.com',
      'Privacy Policy Privacy Policy',
    ],
    'Privacy policy',
  ],
  [
    'Mr. Smith',
    [
      'O Sr. Smith (em inglês)',
      '- Sr. Smith (em inglês)',
      '"Senhor. Smith"',
      '(Sr. Smith)',
      'O Sr. Smith (em inglês).',
      'O Sr. Smith;',
    ],
    'Sr. Smith',
  ],
  [
    'Site name',
    ['Nome do site', '- Nome do site', '"Site"', '(Nome do site)', 'Nome do site.', 'Nome do site;'],
    'Nome do site',
  ],
  ['Home', ['Página inicial', '- Casa', '"Casa"', '(Home) (em inglês)', 'Casa.', 'Casa;'], 'Página inicial'],
  [
    '-5 degrees',
    ['-5 graus', '- - 5 graus', '"-5 graus"', '(-5 graus)', '-5 graus.', '-5 graus;'],
    '-5 graus',
  ],
  ['Shoes', ['sapatos', '- Sapatos', '"sapatos"', '(sapatos)', 'sapatos.', 'sapatos;'], 'Sapatos'],
  ['Well', ['Bem, bem', '', '', '', '', ''], 'Bem, bem'],
])('of the translations of %j the one that adds nothing is taken', (text, translations, choice) => {
  expect(chooseTranslation(text, translations)).toBe(choice);
});
