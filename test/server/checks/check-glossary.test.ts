import { expect, test } from 'vitest';
import { checkGlossary } from '../../../server/checks/check-glossary.ts';
import { createSubject } from './create-subject.ts';

test.each([
  ['The cloud is big.', 'Die Cloud ist groß.', 'cloud', 'Cloud'],
  ['CLOUDS are here. The cloud too.', 'Die Datenwolke.', 'cloud', 'Datenwolke'],
  ['A clouded sky', 'Ein bedeckter Himmel', 'cloud', 'Cloud'],
  ['The settings page', 'Auf der Seite mit Einstellungen', 'settings', 'Einstellung'],
  ['the house of the member', 'дом участника', 'member', 'участник'],
  ['用户设置', 'user settings', '用户', 'user'],
  ['the user', '这个用户们', 'user', '用户'],
  ['Anything', 'Irgendetwas', '', ''],
  ['C++ is fast', 'C++ ist schnell', 'C++', 'C++'],
])('%j may become %j with %j for %j', (source, translation, term, target) => {
  expect(
    checkGlossary(createSubject(source, translation, { glossary: [{ source: term, target }] })),
  ).toBeUndefined();
});

test.each([
  ['The cloud is big.', 'Die Wolke ist groß.', 'cloud', 'Cloud'],
  ['用户设置', 'customer settings', '用户', 'user'],
  ['The user', '这个客户', 'user', '用户'],
  ['the "user"', 'der Anwender', 'User', 'Nutzer'],
])('%j may not become %j with %j for %j', (source, translation, term, target) => {
  const finding = checkGlossary(createSubject(source, translation, { glossary: [{ source: term, target }] }));
  expect(finding?.fault).toContain(`"${term}" must become "${target}"`);
});
