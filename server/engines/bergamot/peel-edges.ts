/** A sentence without what stands around its words: bullets, numbers of a list, emoji, arrows, white space. */
export interface PeeledText {
  before: string;
  core: string;
  after: string;
}

const keycap = String.raw`[\d#*]\ufe0f?\u20e3`;
const ornament = String.raw`${keycap}|[\s\p{So}\p{Sk}\p{C}\p{M}\p{Emoji_Modifier}\p{Extended_Pictographic}•·→←↑↓⇒›»|]`;
const bullet = String.raw`[-–—*+>]\s|\(?(?:\d{1,3}|[a-zA-Z])\)\s|\d{1,3}\.\s`;

const leading = new RegExp(`^(?:${bullet}|${ornament})+`, 'u');
const trailing = new RegExp(`(?:${ornament})+[.!?…]*$`, 'u');

/** Takes the ornaments off a sentence: the models lose or double them, and translate the words alone better. The parts joined are the text. */
export function peelEdges(text: string): PeeledText {
  const before = leading.exec(text)?.[0] ?? '';
  const rest = text.slice(before.length);
  const after = trailing.exec(rest)?.[0] ?? '';
  return { before, core: rest.slice(0, rest.length - after.length), after };
}
