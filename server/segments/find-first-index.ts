/** Index of the first element for which a test holds that also holds for all behind it, by bisection; the length when it holds for none. */
export function findFirstIndex<Element>(
  elements: readonly Element[],
  holds: (element: Element) => boolean,
): number {
  let from = 0;
  let to = elements.length;
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    const element = elements[middle];
    if (element !== undefined && holds(element)) to = middle;
    else from = middle + 1;
  }
  return from;
}
