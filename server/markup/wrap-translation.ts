import { escapeText } from './escape-text.ts';
import { getPlainText, type CorePart, type CoreTag } from './read-core.ts';

/** An element or atom of a run, with what is in it. */
interface CoreNode {
  tag: CoreTag;
  words: string;
  children: readonly CoreNode[];
}

/**
 * Puts a run's markup round a translation of its plain text, when nobody knows which words of it belong to which element. In this order:
 * what stands for words that the translation has too, such as names, numbers and code, goes round these; an element that holds at least half
 * of a text goes round all of its translation, since that is what it mostly was; the rest follows, empty, so that no address and no anchor is lost.
 */
export function wrapTranslation(parts: readonly CorePart[], translation: string): string {
  return placeNodes(readNodes(parts), translation.trim(), getPlainText(parts).length);
}

/** The same where no order can be trusted: the text, then every tag. */
export function appendTags(parts: readonly CorePart[], translation: string): string {
  const tags = parts.map((part) => {
    if (part.type === 'text') return '';
    return part.type === 'close' ? (part.tag.close ?? '') : part.tag.open;
  });
  return escapeText(translation.trim()) + tags.join('');
}

function readNodes(parts: readonly CorePart[]): CoreNode[] {
  const nodes: CoreNode[] = [];
  for (let i = 0; i < parts.length; i += 1) {
    const part = parts[i];
    if (part?.type === 'atom') nodes.push({ tag: part.tag, words: getPlainText([part]), children: [] });
    if (part?.type !== 'open') continue;
    const end = parts.findIndex((other) => other.type === 'close' && other.tag === part.tag);
    const inner = parts.slice(i + 1, end);
    nodes.push({ tag: part.tag, words: getPlainText(inner), children: readNodes(inner) });
    i = end;
  }
  return nodes;
}

/** A node and where its words stand in a translation. */
interface Placement {
  node: CoreNode;
  start: number;
  end: number;
}

function placeNodes(nodes: readonly CoreNode[], text: string, sourceChars: number): string {
  const placements = findPlaces(nodes, text);
  const left = nodes.filter((node) => !placements.some((placement) => placement.node === node));
  const around = left.find((node) => node.words.length >= sourceChars / 2 && canSurround(node, nodes));
  if (around) {
    const inner = [...around.children, ...nodes.filter((node) => node !== around)];
    return around.tag.open + placeNodes(inner, text, sourceChars) + (around.tag.close ?? '');
  }
  let html = '';
  let end = 0;
  for (const placement of placements.sort((a, b) => a.start - b.start)) {
    html += escapeText(text.slice(end, placement.start)) + writeNode(placement.node);
    end = placement.end;
  }
  return html + escapeText(text.slice(end)) + left.map(writeEmpty).join('');
}

function findPlaces(nodes: readonly CoreNode[], text: string): Placement[] {
  const placements: Placement[] = [];
  for (const node of nodes) {
    const start = isDistinct(node) ? findWords(text, node.words, placements) : -1;
    if (start !== -1) placements.push({ node, start, end: start + node.words.length });
  }
  return placements;
}

/** Whether words mean the same wherever they occur: a short one in small letters may be another word in another language. */
function isDistinct({ tag, words }: CoreNode): boolean {
  if (words === '\n') return true;
  return words.length > 3 || (tag.close === undefined && words !== '') || /[\p{Lu}\p{Lo}\p{N}]/u.test(words);
}

const spacedLetter = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]/u;

/** Where words stand in a text as words of their own, apart from places that are taken; -1 when nowhere. */
function findWords(text: string, words: string, taken: readonly Placement[]): number {
  for (let start = text.indexOf(words); start !== -1; start = text.indexOf(words, start + 1)) {
    const end = start + words.length;
    const isFree = taken.every((place) => end <= place.start || start >= place.end);
    if (isFree && !isWithinWord(text, start) && !isWithinWord(text, end)) return start;
  }
  return -1;
}

function isWithinWord(text: string, offset: number): boolean {
  return spacedLetter.test(text.charAt(offset - 1)) && spacedLetter.test(text.charAt(offset));
}

/** Not round others of its name: parsers close a link before the next one. */
function canSurround(node: CoreNode, others: readonly CoreNode[]): boolean {
  if (node.tag.close === undefined) return false;
  return others.every((other) => other === node || !hasName(other, node.tag.name));
}

function hasName(node: CoreNode, name: string): boolean {
  return node.tag.name === name || node.children.some((child) => hasName(child, name));
}

function writeNode({ tag, words, children }: CoreNode): string {
  if (tag.close === undefined) return tag.open;
  return tag.open + placeNodes(children, words, words.length) + tag.close;
}

function writeEmpty({ tag, children }: CoreNode): string {
  return tag.open + children.map(writeEmpty).join('') + (tag.close ?? '');
}
