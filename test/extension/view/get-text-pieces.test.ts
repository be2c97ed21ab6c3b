import { expect, test } from 'vitest';
import { getTextPieces, type TextPiece } from '../../../extension/view/get-text-pieces.ts';
import type { SegmentState } from '../../../shared/segment-state.ts';
import { emptyTranslation } from '../../../shared/translation-state.ts';

const now = (text: string): TextPiece => ({ text, isOld: false });
const old = (text: string): TextPiece => ({ text, isOld: true });

function segment(shown: string, previous = ''): SegmentState {
  return { text: 0, start: 0, end: 1, shown, previous, attempt: 1, checks: [] };
}

test.each<[string, SegmentState[], TextPiece[]]>([
  ['nothing yet', [], []],
  ['segments without text', [segment(''), segment('')], []],
  ['one segment', [segment('Olá')], [now('Olá')]],
  ['neighbours, as one piece', [segment('Olá\n'), segment('mundo')], [now('Olá\nmundo')]],
  [
    'a new attempt, with the rest of the one before',
    [segment('Bom', 'Olá mundo')],
    [now('Bom'), old(' mundo')],
  ],
  ['a new attempt without a word yet', [segment('', 'Olá')], [old('Olá')]],
  [
    'a new attempt in the middle',
    [segment('A '), segment('B', 'b c '), segment('D')],
    [now('A B'), old(' c '), now('D')],
  ],
])('%s', (_what, segments, pieces) => {
  expect(getTextPieces({ ...emptyTranslation, segments })).toEqual(pieces);
});
