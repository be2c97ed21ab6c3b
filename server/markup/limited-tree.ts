import { defaultTreeAdapter, type DefaultTreeAdapterMap } from 'parse5';

/**
 * Thrown when HTML stands for more elements than can be sensible. Parsers open unclosed elements again in every new block, so that a short text can stand
 * for millions; any other stands for fewer than it has letters.
 */
export class TooTangled extends Error {}

const spareElements = 1000;

/** parse5's usual tree, for HTML of so many characters; `onElement` gets each element that is made. */
export function createLimitedTree(
  htmlChars: number,
  onElement: (element: DefaultTreeAdapterMap['element']) => void,
): typeof defaultTreeAdapter {
  let count = 0;
  return {
    ...defaultTreeAdapter,
    createElement: (...args) => {
      count += 1;
      if (count > htmlChars + spareElements) throw new TooTangled();
      const element = defaultTreeAdapter.createElement(...args);
      onElement(element);
      return element;
    },
  };
}
