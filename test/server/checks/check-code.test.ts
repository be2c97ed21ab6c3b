import { expect, test } from 'vitest';
import { checkCode } from '../../../server/checks/check-code.ts';
import { createSubject } from './create-subject.ts';

test.each([
  ['Run `npm start` now.', 'Führen Sie jetzt `npm start` aus.'],
  ['Run `npm start` now.', 'Führen Sie jetzt npm start aus.'],
  ['Set max_retry_count first.', 'Setzen Sie zuerst max_retry_count.'],
  ['Use --no-color or print().', 'Nutzen Sie --no-color oder print().'],
  ['```js\n// says hello\nsay("Hello"); \n```', '```js\n// sagt hallo\nsay("Hallo");\n```'],
  ['It`s a `nice day, isn`t it', 'Es ist ein schöner Tag, nicht wahr'],
  ['Liebe Kolleg_innen', 'Dear colleagues'],
  ['Schüler_innen und jede_r', 'Students and everyone'],
  ['--Achtung', '--Attention'],
  ['`Hello my friend`', '`Hallo mein Freund`'],
  ['A well-known -- and old -- story', 'Eine bekannte und alte Geschichte'],
])('%j may become %j', (source, translation) => {
  expect(checkCode(createSubject(source, translation))).toBeUndefined();
});

test.each([
  ['Run `npm start` now.', 'Führen Sie jetzt `npm beginnen` aus.', 'npm start'],
  ['Set max_retry_count first.', 'Setzen Sie zuerst max_Wiederholungen.', 'max_retry_count'],
  ['Use --no-color.', 'Nutzen Sie --keine-farbe.', '--no-color'],
  ['```js\nsay("Hello");\n```', '```js\nsage("Hallo");\n```', 'say("Hello");'],
  ['```\nx = 1\n```', 'x ist eins', 'x = 1'],
])('%j may not become %j', (source, translation, named) => {
  expect(checkCode(createSubject(source, translation))?.fault).toContain(named);
});
