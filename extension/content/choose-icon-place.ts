import { moveBox, type Box, type Size } from './box.ts';

/** Width and height of the icon, in CSS pixels. */
const iconSize = 24;

const gap = 4;

/** How far the next place along the line is. */
const step = 12;

/**
 * Where the icon stands: beside the end of what is selected, else below or above it, else in the nearest gap along its line, behind it first. When
 * there is none, below: a missing icon would be worse than one on a word. `end` is the selected part of the line where the selection ends,
 * `isFree` tells whether no text is in a box. Pure.
 */
export function chooseIconPlace(end: Box, viewport: Size, isFree: (box: Box) => boolean): Box {
  const top = (end.top + end.bottom - iconSize) / 2;
  const beside = makeBox(end.right + gap, top);
  const below = makeBox(end.right - iconSize / 2, end.bottom + gap);
  const above = moveBox(below, 0, end.top - end.bottom - iconSize - 2 * gap);
  const behind = listSteps(viewport.width - beside.left).map((x) => moveBox(beside, x, 0));
  const before = listSteps(end.left).map((x) => makeBox(end.left - gap - iconSize - x, top));
  const isPossible = (box: Box): boolean => isInside(box, viewport) && isFree(box);
  return [beside, below, above, ...behind, ...before].find(isPossible) ?? pushInside(below, viewport);
}

function makeBox(left: number, top: number): Box {
  return { left, top, right: left + iconSize, bottom: top + iconSize };
}

function listSteps(length: number): number[] {
  return Array.from({ length: Math.max(0, Math.floor(length / step)) }, (_, index) => index * step);
}

function isInside({ left, top, right, bottom }: Box, { width, height }: Size): boolean {
  return left >= 0 && top >= 0 && right <= width && bottom <= height;
}

function pushInside({ left, top }: Box, { width, height }: Size): Box {
  return makeBox(
    Math.max(0, Math.min(left, width - iconSize)),
    Math.max(0, Math.min(top, height - iconSize)),
  );
}
