/** A block of text is laid out anew as a whole when it changes. */
const blockChars = 500;

/**
 * Cuts a text into blocks of whole lines, each long enough to be worth an element; the last is what may still grow, or empty. The blocks joined are the
 * text, and more text behind it changes none but the last. Pure.
 */
export function cutIntoLines(text: string): string[] {
  const blocks: string[] = [];
  let begin = 0;
  for (;;) {
    const end = text.indexOf('\n', begin + blockChars) + 1;
    if (end === 0) return [...blocks, text.slice(begin)];
    blocks.push(text.slice(begin, end));
    begin = end;
  }
}
