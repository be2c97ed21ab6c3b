/** Of the text in the overlay, as view.css has it, in CSS pixels. */
const lineHeight = 26;
const letterWidth = 8;
const wideLetterWidth = 17;

/** What is beside and above the text: its own margin with the frame's, and the lines of controls. */
const aroundWidth = 34;
const aroundHeight = 82;

/** Translations are mostly longer than what they translate. */
const growth = 1.15;

/** More letters than a window holds. */
const countedChars = 4000;

/** As wide as high: what is written in Chinese, Japanese or Korean, and full-width signs. */
const wideLetters = /[\u1100-\u11ff\u2e80-\ud7af\uf900-\ufaff\uff00-\uff60]/g;

/** How many lines the translation of a text will have in an overlay of that width. Pure. */
export function estimateLines(text: string, width: number): number {
  const countLines = (paragraph: string): number => {
    const wide = paragraph.match(wideLetters)?.length ?? 0;
    const extent = wide * wideLetterWidth + (paragraph.length - wide) * letterWidth;
    return Math.max(1, Math.ceil((extent * growth) / (width - aroundWidth)));
  };
  const paragraphs = text.slice(0, countedChars).split('\n').map(countLines);
  return paragraphs.reduce((sum, lines) => sum + lines);
}

/** How high an overlay with so many lines of translation is. Pure. */
export function getLinesHeight(lines: number): number {
  return aroundHeight + lines * lineHeight;
}

export interface HeightQuestion {
  /** What the translation is expected to need. */
  expected: number;
  /** How high the overlay has been since the translation began. */
  shown: number;
  /** Whether more text may come. */
  isGrowing: boolean;
  /** What the reader has set; undefined: nothing. */
  given: number | undefined;
  /** How high it may become. */
  room: number;
}

/**
 * The least height of the overlay, in CSS pixels. While text streams in, it has room for the translation that is to be expected, and never
 * becomes less high than it was; then it is as high as its text. Pure.
 */
export function reserveHeight({ expected, shown, isGrowing, given, room }: HeightQuestion): number {
  return Math.min(given ?? (isGrowing ? Math.max(expected, shown) : 0), room);
}
