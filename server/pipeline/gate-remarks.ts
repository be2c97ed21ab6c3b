import { anyOf, anyWords, inOrder, optional, toOpening, upTo, words, type Opening } from './gate-phrase.ts';
import { languageWords, remarks, remarksInEnglish } from './gate-words.ts';

const emphasis = upTo(3, '[*_]');
const lead = inOrder(
  optional(
    inOrder(anyWords('---', '***', '___', '----', '-----'), upTo(4, '[ \\t]'), words('\n'), upTo(4, '\\s')),
  ),
  upTo(3, '[#>]'),
  upTo(1, ' '),
  upTo(1, '[(（\\[【]'),
  emphasis,
  upTo(1, '[(（\\[【※]'),
);
const colon = inOrder(emphasis, upTo(1, '[ \\u00a0\\u202f]'), anyWords(':', '：'));

const notes = [...languageWords.values()].flatMap((language) => language.notes);

/** "Note:", "(**Anmerkung:** …", "注意，" */
const note = inOrder(anyWords(...notes), colon);
const plainRemark = toOpening(inOrder(lead, anyOf(note, anyWords(...remarks))));
const anyRemark = toOpening(inOrder(lead, anyOf(note, anyWords(...remarks, ...remarksInEnglish))));

/** Remarks about a translation that may follow it; before another language any English sentence of that kind is one. */
export function findRemarks(intoEnglish: boolean): Opening {
  return intoEnglish ? plainRemark : anyRemark;
}
