import { isBlank } from '../segments/white-space.ts';
import type { AtomItem, MarkupItem, TagItem, TextItem } from './read-items.ts';

/** What stands in a run; tags know each other by their indexes in it. */
export type RunItem = TextItem | TagItem | AtomItem;

/**
 * The middle of a run, which a translation replaces: without white space, pictures, empty elements and comments around it, and without elements that
 * surround all of it. An element without words in it is one atom. Empty when the run has no words.
 */
export function peelRun(html: string, run: readonly MarkupItem[]): RunItem[] {
  const items = joinWordless(run.filter((item) => item.type !== 'barrier'));
  let first = 0;
  let end = items.length;
  for (;;) {
    while (first < end && isWordlessItem(items[first])) first += 1;
    while (first < end && isWordlessItem(items[end - 1])) end -= 1;
    const item = items[first];
    if (item?.type !== 'open' || item.partner !== end - 1) break;
    first += 1;
    end -= 1;
  }
  const core = items.slice(first, end).map((item) => moveTag(item, -first));
  return trimEnd(html, trimStart(html, core));
}

function isWordlessItem(item: RunItem | undefined): boolean {
  return (item?.type === 'text' || item?.type === 'atom') && isBlank(item.text);
}

function moveTag(item: RunItem, by: number): RunItem {
  return 'partner' in item ? { ...item, partner: item.partner + by } : item;
}

/** Puts an atom in the place of each element that has no words; it is taken over as it is. */
function joinWordless(items: readonly RunItem[]): RunItem[] {
  const words = countWords(items);
  const joined: RunItem[] = [];
  const moved: number[] = [];
  let end = 0;
  for (const [i, item] of items.entries()) {
    moved.push(joined.length);
    if (i < end) continue;
    const last = item.type === 'open' ? items[item.partner] : undefined;
    if (item.type === 'open' && last && words[item.partner] === words[i]) {
      joined.push({ type: 'atom', start: item.start, end: last.end, name: item.name, text: '' });
      end = item.partner + 1;
    } else joined.push(item);
  }
  return joined.map((item) => ('partner' in item ? { ...item, partner: moved[item.partner] ?? 0 } : item));
}

/** How many items with words stand before each. */
function countWords(items: readonly RunItem[]): number[] {
  let count = 0;
  return items.map((item) => {
    const before = count;
    if ((item.type === 'text' || item.type === 'atom') && !isBlank(item.text)) count += 1;
    return before;
  });
}

const space = /(?:[\s\u0085]|&nbsp;?|&#160;|&#[xX][aA]0;)+/g;

function trimStart(html: string, core: readonly RunItem[]): RunItem[] {
  const [item, ...rest] = core;
  if (item?.type !== 'text') return [...core];
  const first = html.slice(item.start, item.end).matchAll(space).next().value;
  const raw = first?.index === 0 ? first[0] : '';
  return [{ ...item, start: item.start + raw.length, text: item.text.slice(countChars(raw)) }, ...rest];
}

function trimEnd(html: string, core: readonly RunItem[]): RunItem[] {
  const item = core.at(-1);
  if (item?.type !== 'text') return [...core];
  const length = item.end - item.start;
  const last = [...html.slice(item.start, item.end).matchAll(space)].at(-1);
  const raw = last && last.index + last[0].length === length ? last[0] : '';
  const text = item.text.slice(0, item.text.length - countChars(raw));
  return [...core.slice(0, -1), { ...item, end: item.end - raw.length, text }];
}

/** How many characters the parser makes of white space. */
function countChars(raw: string): number {
  return raw.replaceAll('\r\n', '\n').replace(/&(?:nbsp;?|#160;|#[xX][aA]0;)/g, ' ').length;
}
