import { expect, test } from 'vitest';
import { checkRatio } from '../../../server/checks/check-ratio.ts';
import { createSubject } from './create-subject.ts';

const sentence = 'The valves opened and the oil flowed into a tank that can hold 55,000 barrels. ';

test.each([
  ['en', 'de', 'OK', 'In Ordnung'],
  ['en', 'de', 'Sign up', 'Jetzt kostenlos registrieren'],
  ['en', 'zh', sentence, '阀门打开，原油流入一个可容纳55000桶原油的油箱。'],
  ['zh', 'en', '阀门打开，原油流入一个可容纳55000桶原油的油箱。', sentence],
  ['en', 'es', 'United Nations', 'ONU'],
  ['en', 'de', '...', '…'],
  ['en', 'de', '🙂', '🙂'],
  ['en', 'de', 'three', '3'],
  ['en', 'de', 'Dr. Smith, Ph.D.', 'Dr. Smith'],
  [
    'en',
    'de',
    'The shop is closed today. It will open again tomorrow.',
    'Das Geschäft ist heute geschlossen, macht aber morgen wieder auf.',
  ],
  ['en', 'fi', sentence, 'Venttiilit avautuivat, ja öljy valui säiliöön, johon mahtuu 55 000 tynnyriä.'],
  ['und', 'en', '谢谢', 'Thank you'],
  ['und', 'en', '阀门打开，原油流入一个可容纳55000桶原油的油箱。'.repeat(9), sentence.repeat(9)],
])('%s to %s: %j may become %j', (from, to, source, translation) => {
  expect(checkRatio(createSubject(source, translation, { from, to }))).toBeUndefined();
});

test.each([
  ['en', 'de', sentence, 'Die Ventile.', 'shorter'],
  [
    'en',
    'de',
    sentence.repeat(10),
    'Die Ventile öffneten sich und das Öl floss in einen Tank. '.repeat(5),
    'shorter',
  ],
  ['en', 'de', sentence, '', 'shorter'],
  ['en', 'de', 'Delete my account', '...', 'shorter'],
  ['en', 'de', 'Are you sure?', '?', 'shorter'],
  ['en', 'de', 'Yes', '.', 'shorter'],
  ['en', 'de', 'Hello', '🙂', 'shorter'],
  ['en', 'ja', 'Hello', '\u200b', 'shorter'],
  [
    'en',
    'de',
    'The shop is closed today because of the storm. It will open again tomorrow morning at the usual time.',
    'Das Geschäft ist heute wegen des Sturms geschlossen.',
    'shorter',
  ],
  [
    'en',
    'de',
    'Sign up',
    'Melden Sie sich jetzt an, um alle Vorteile zu genießen, die unser Dienst zu bieten hat.',
    'longer',
  ],
  ['en', 'zh', sentence, '阀门打开，原油流入一个可容纳55000桶原油的油箱。'.repeat(3), 'longer'],
  ['zh', 'en', '阀门打开，原油流入一个可容纳55000桶原油的油箱。', 'Valves opened.', 'shorter'],
])('%s to %s: %j is not %j', (from, to, source, translation, what) => {
  expect(checkRatio(createSubject(source, translation, { from, to }))?.message).toContain(what);
});
