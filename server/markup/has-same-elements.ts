import { parseFragment } from 'parse5';
import { createLimitedTree, TooTangled } from './limited-tree.ts';

/** Whether two fragments parse to the same elements with the same attributes, each as often, in whatever order. */
export function hasSameElements(html: string, other: string): boolean {
  const elements = listElements(html);
  return elements !== undefined && elements === listElements(other);
}

/** All elements of a fragment as one string; undefined when they are too many. */
function listElements(html: string): string | undefined {
  const elements: string[] = [];
  const treeAdapter = createLimitedTree(html.length, ({ namespaceURI, tagName, attrs }) => {
    elements.push(JSON.stringify([namespaceURI, tagName, attrs]));
  });
  try {
    parseFragment(html, { treeAdapter });
  } catch (thrown) {
    if (thrown instanceof TooTangled) return undefined;
    throw thrown;
  }
  return elements.sort().join();
}
