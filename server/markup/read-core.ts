import { collapseSpace } from './escape-text.ts';
import type { RunItem } from './peel-run.ts';
import type { TextItem } from './read-items.ts';

/** A numbered part of a run: an element with words in it, or an atom. */
export interface CoreTag {
  number: number;
  /** Name of the element; empty for comments. */
  name: string;
  /** As it is written; the whole of it for an atom. */
  open: string;
  /** Its end tag as it is written; undefined for an atom. */
  close: string | undefined;
  /** The words that an atom stands for; else empty. */
  text: string;
  /** The element around it, within the run. */
  parent: CoreTag | undefined;
}

/** A run without its edges: text and numbered tags, in order. */
export type CorePart = { type: 'text'; text: string } | { type: 'open' | 'close' | 'atom'; tag: CoreTag };

/** Turns the items of a peeled run into parts; numbers begin with one that the text has nothing like. */
export function readCore(html: string, items: readonly RunItem[]): CorePart[] {
  const open: CoreTag[] = [];
  let number = chooseFirstNumber(items);
  const createTag = (item: Exclude<RunItem, TextItem>, close?: string): CoreTag => {
    const text = item.type === 'atom' ? collapseSpace(item.text).trim() : '';
    const { name } = item;
    const tag = { number, name, open: html.slice(item.start, item.end), close, text, parent: open.at(-1) };
    number += 1;
    return tag;
  };
  return items.flatMap((item): CorePart[] => {
    if (item.type === 'text') return [{ type: 'text', text: collapseSpace(item.text) }];
    if (item.type === 'atom') return [{ type: 'atom', tag: createTag(item) }];
    if (item.type === 'close') {
      const tag = open.pop();
      return tag ? [{ type: 'close', tag }] : [];
    }
    const end = items[item.partner];
    const tag = createTag(item, html.slice(end?.start, end?.end));
    open.push(tag);
    return [{ type: 'open', tag }];
  });
}

/** How a numbered tag begins, in any spelling that a model might use. */
export const tagLookalike = /<\s*\/?\s*(\d+)/g;

function chooseFirstNumber(items: readonly RunItem[]): number {
  const text = items.map((item) => ('text' in item ? item.text : '')).join('');
  const used = Array.from(text.matchAll(tagLookalike), ([, digits]) => Number(digits));
  const count = items.length;
  return used
    .sort((a, b) => a - b)
    .reduce((first, number) => (number >= first && number < first + count ? number + 1 : first), 1);
}

/** A run's text without its tags; a line break is a line break in it. */
export function getPlainText(parts: readonly CorePart[]): string {
  const texts = parts.map((part) => {
    if (part.type === 'text') return part.text;
    if (part.type !== 'atom') return '';
    return part.tag.name === 'br' ? '\n' : part.tag.text;
  });
  return texts
    .join('')
    .replace(/ *\n */g, '\n')
    .replace(/ {2,}/g, ' ');
}
