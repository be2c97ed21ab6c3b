import type { Box } from './box.ts';
import { getElementAt } from './shadow-root.ts';

/** In older browsers of the supported ones it is missing. */
type Carets = Partial<Pick<Document, 'caretPositionFromPoint'>>;

/** The selected part of the line that is nearest to a point, where the mouse ended; without one, as in shadow roots, the point. */
export function findSelectedLine({ x, y }: { x: number; y: number }): Box {
  const selection = getSelection();
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined;
  const getDistance = (box: Box): number =>
    Math.max(box.left - x, x - box.right, 0) + Math.max(box.top - y, y - box.bottom, 0);
  const lines = [...(range?.getClientRects() ?? [])].filter(({ width, height }) => width > 0 && height > 0);
  const [nearest] = lines.sort((a, b) => getDistance(a) - getDistance(b));
  return nearest && getDistance(nearest) < nearest.height * 2
    ? nearest
    : { left: x, top: y, right: x, bottom: y };
}

/** Whether no text stands in a box of the viewport; a look at its corners and its middle, between which no letter fits. */
export function isFreeOfText({ left, top, right, bottom }: Box): boolean {
  const inset = 2;
  const points = [left + inset, (left + right) / 2, right - inset].flatMap((x) =>
    [top + inset, (top + bottom) / 2, bottom - inset].map((y) => [x, y] as const),
  );
  return !points.some(([x, y]) => isOnText(x, y));
}

function isOnText(x: number, y: number): boolean {
  const root = getElementAt(x, y)?.getRootNode();
  const shadowRoots = root instanceof ShadowRoot ? [root] : [];
  const caret = (document as Carets).caretPositionFromPoint?.(x, y, { shadowRoots });
  const node = caret?.offsetNode;
  if (!caret || node?.nodeType !== Node.TEXT_NODE) return false;
  // The caret is the nearest, however far away that is.
  const around = document.createRange();
  around.setStart(node, Math.max(0, caret.offset - 1));
  around.setEnd(node, Math.min((node as Text).length, caret.offset + 1));
  return [...around.getClientRects()].some(
    (box) => box.left <= x && x <= box.right && box.top <= y && y <= box.bottom,
  );
}
