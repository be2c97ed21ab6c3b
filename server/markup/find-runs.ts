import { readItems, toBarrier, type MarkupItem } from './read-items.ts';

/** A run of text with the markup in it: what a translation replaces. From `first` up to, but without, `end`: indexes of items. */
export interface Run {
  first: number;
  end: number;
}

/** The runs between barriers in which there is anything to translate. */
export function findRuns(items: readonly MarkupItem[]): Run[] {
  const barriers = items.flatMap((item, i) => (item.type === 'barrier' ? [i] : []));
  return [...barriers, items.length]
    .map((end, i) => ({ first: (barriers[i - 1] ?? -1) + 1, end }))
    .filter(({ first, end }) => items.slice(first, end).some(hasLetters));
}

function hasLetters(item: MarkupItem): boolean {
  return item.type === 'text' && /\p{L}/u.test(item.text);
}

/** Items in which no element that stands in a sentence holds more than so many characters: the tags of one that does are barriers. */
export function readItemsUpTo(html: string, maxChars: number): MarkupItem[] {
  const items = readItems(html);
  const charsBefore: number[] = [];
  let chars = 0;
  for (const item of items) {
    charsBefore.push(chars);
    if (item.type === 'text') chars += item.text.length;
  }
  return items.map((item, i) => {
    if (item.type !== 'open' && item.type !== 'close') return item;
    const inner = Math.abs((charsBefore[item.partner] ?? 0) - (charsBefore[i] ?? 0));
    return inner > maxChars ? toBarrier(item, item.type === 'open') : item;
  });
}
