import { expect, test } from 'vitest';
import { checkPlaceholders } from '../../../server/checks/check-placeholders.ts';
import { createSubject } from './create-subject.ts';

test.each([
  ['{0} of {1} files', '{1} Dateien, davon {0}'],
  ['Hello {{ name }}!', 'Hallo {{name}}!'],
  ['%s has %d new messages', '%d neue Nachrichten für %s'],
  ['%1$s likes %2$s', '%2$s gefällt %1$s'],
  ['Costs ${price} in total', 'Kostet insgesamt ${price}'],
  ['%(count)s files', '%(count)s Dateien'],
  ['<1>Click</1> here <2/>', 'Hier <1>klicken</1> <2/>'],
  ['100% sure', '100 % sicher'],
  ['50% discount', '50%de descuento'],
  ['See https://example.com/a%20b%sc', 'Siehe da'],
  ['a < 3 and b > 4', 'a < 3 und b > 4'],
])('%j may become %j', (source, translation) => {
  expect(checkPlaceholders(createSubject(source, translation))).toBeUndefined();
});

test.each([
  ['{0} of {1} files', '{0} Dateien', '{1}'],
  ['Hello {{name}}!', 'Hallo {{Name}}!', '{{name}}'],
  ['%s has %d messages', '%s hat Nachrichten', '%d'],
  ['Hello {name}', 'Hallo {nombre}', '{name}'],
  ['Hello', 'Hallo {name}', '{name}'],
  ['{0} and {0}', '{0}', '{0}'],
  ['<1>Click</1> here', '<1>Hier klicken', '</1>'],
  ['Costs ${price}', 'Kostet', '${price}'],
])('%j may not become %j', (source, translation, named) => {
  expect(checkPlaceholders(createSubject(source, translation))?.fault).toContain(named);
});
