import { expect, test } from 'vitest';
import { checkAddresses } from '../../../server/checks/check-addresses.ts';
import { createSubject } from './create-subject.ts';

test.each([
  ['See https://example.com/a?b=c#d.', 'Siehe https://example.com/a?b=c#d.'],
  ['See (https://en.wikipedia.org/wiki/Foo_(bar)).', 'Siehe https://en.wikipedia.org/wiki/Foo_(bar).'],
  ['Visit https://example.com/a for more', '请访问https://example.com/a了解更多'],
  ['[A link](https://example.com/a)', '[Ein Link](https://example.com/a)'],
  ['Write to press@example.com.', 'Schreiben Sie an press@example.com!'],
  ['Go to Example.com today.', 'Gehen Sie heute zu example.com.'],
  ['The U.S. and e.g. Mr.Smith', 'Die USA und z.B. Herr Smith'],
  ['Version 1.2.3', 'Version 1.2.3'],
  ['Nothing', 'Nichts'],
])('%j may become %j', (source, translation) => {
  expect(checkAddresses(createSubject(source, translation))).toBeUndefined();
});

test.each([
  ['See https://example.com/a.', 'Siehe hier.', 'https://example.com/a'],
  ['See https://example.com/a.', 'Siehe https://example.com/b.', 'https://example.com/a'],
  ['See https://example.com/one and www.example.org', 'Siehe https://example.com/one', 'www.example.org'],
  ['Write to press@example.com.', 'Schreiben Sie an presse@example.com.', 'press@example.com'],
  ['Click here.', 'Klicken Sie hier: https://evil.example/steal', 'https://evil.example/steal'],
  ['Send it.', 'Senden Sie es an thief@example.com.', 'thief@example.com'],
])('%j may not become %j', (source, translation, named) => {
  expect(checkAddresses(createSubject(source, translation))?.fault).toContain(named);
});
