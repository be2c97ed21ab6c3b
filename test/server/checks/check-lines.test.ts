import { expect, test } from 'vitest';
import { checkLines } from '../../../server/checks/check-lines.ts';
import { createSubject } from './create-subject.ts';

test.each([
  ['One line.', 'Eine Zeile.'],
  ['One\n\nTwo', 'Eins\nZwei'],
  ['One\r\nTwo', 'Eins\nZwei'],
  ['- One\n- Two\n- Three', '- Eins\n- Zwei\n- Drei'],
  ['1. One\n2. Two', '1) Eins\n2) Zwei'],
  ['* One\n* Two', '• Eins\n• Zwei'],
  [
    'This is an e-mail whose lines were broken\nat a width, which is why they end within\na sentence.',
    'Dies ist eine E-Mail, deren Zeilen an einer Breite umbrochen wurden,\nweshalb sie mitten im Satz enden.',
  ],
])('%j may become %j', (source, translation) => {
  expect(checkLines(createSubject(source, translation))).toBeUndefined();
});

test.each([
  ['- One\n- Two\n- Three', '- Eins\n- Zwei', 'list items'],
  ['- One\n- Two\n- Three', 'Eins, Zwei, Drei', 'list items'],
  ['One line.', 'Eine Zeile.\n\nNoch eine Zeile.', 'lines'],
  ['Roses are red\nViolets are blue', 'Rosen sind rot, Veilchen sind blau', 'lines'],
  ['Name\nStreet\nTown', 'Name\nStraße\nStadt\nLand', 'lines'],
])('%j may not become %j', (source, translation, what) => {
  expect(checkLines(createSubject(source, translation))?.message).toContain(what);
});
