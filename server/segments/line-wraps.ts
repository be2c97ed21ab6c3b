/**
 * Hard-wrapped text (letters, PDF): a line break after a line of some length, where the sentence plainly goes on. It goes on before a
 * small letter, and after a comma or a short word (`the`, `em`) before any letter.
 */
const fullLine = String.raw`[^\r\n]{44}`;
const lineWrap = new RegExp(
  String.raw`(?<=${fullLine}[\p{L}\p{N},)"”’\-]) ?\r?\n(?=["“(]?\p{Ll})|(?<=${fullLine}(?:,| \p{Ll}{1,3})) ?\r?\n(?=["“(]?[\p{L}\p{N}])`,
  'gu',
);

/** The text with each wrap turned into something of its length that ends no sentence. */
export function hideLineWraps(text: string): string {
  return text.replace(lineWrap, (wrap) => `${','.repeat(wrap.length - 1)} `);
}

/** The text on one line; words that were hyphenated at a line's end are whole again. */
export function unwrapLines(text: string): string {
  return text.replace(/(?<=\p{Ll})- ?\r?\n(?=\p{Ll})/gu, '').replace(/ ?\r?\n/g, ' ');
}

/** Wraps a translation as its source was: as many line breaks, each between words where the same share of the text is done. */
export function wrapLines(translation: string, source: string): string {
  let wrapped = '';
  let rest = translation;
  for (const { 0: wrap, index } of source.matchAll(/ ?\r?\n/g)) {
    const wanted = Math.round((index / source.length) * translation.length) - wrapped.length;
    const at = findSpace(rest, wanted);
    wrapped += rest.slice(0, at) + wrap;
    rest = rest.slice(at).trimStart();
  }
  return wrapped + rest;
}

/** The space nearest to an offset; the text's end when there is none. */
function findSpace(text: string, wanted: number): number {
  const spaces = Array.from(text.matchAll(/ /g), ({ index }) => index);
  const distances = spaces.map((space) => Math.abs(space - wanted));
  return spaces[distances.indexOf(Math.min(...distances))] ?? text.length;
}
