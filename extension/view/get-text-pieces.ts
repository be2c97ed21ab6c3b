import type { SegmentState } from '../../shared/segment-state.ts';
import type { TranslationState } from '../../shared/translation-state.ts';

/** A run of the shown text. `isOld`: of an attempt that a newer one is about to replace, shown dimmed. */
export interface TextPiece {
  text: string;
  isOld: boolean;
}

/** The translation as it is shown, in as few pieces as possible: mostly one, so that what the reader selects in it stays selected. */
export function getTextPieces({ segments }: TranslationState): TextPiece[] {
  const pieces: TextPiece[] = [];
  for (const piece of segments.flatMap(getSegmentPieces)) {
    const last = pieces.at(-1);
    if (last?.isOld === piece.isOld) last.text += piece.text;
    else pieces.push(piece);
  }
  return pieces;
}

function getSegmentPieces({ shown, previous }: SegmentState): TextPiece[] {
  const pieces = [
    { text: shown, isOld: false },
    { text: previous.slice(shown.length), isOld: true },
  ];
  return pieces.filter(({ text }) => text !== '');
}
