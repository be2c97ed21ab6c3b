import type { Size } from './box.ts';
import { placeGap } from './place-beside.ts';

/** Below it, buttons and words have no room. */
const leastSize: Size = { width: 240, height: 120 };

/** What one press gives to a reader who wants more room. */
export const largeSize: Size = { width: 640, height: 560 };

/** How far one press of an arrow key goes, in CSS pixels. */
const keyStep = 24;

/** The size nearest to what the reader wants at which the overlay is readable and in the window. Pure. */
export function boundSize(wanted: Size, viewport: Size): Size {
  const bound = (side: keyof Size): number =>
    Math.round(Math.min(Math.max(wanted[side], leastSize[side]), viewport[side] - 2 * placeGap));
  return { width: bound('width'), height: bound('height') };
}

/** How far an arrow key goes, to the right and down; undefined: it is another key. Pure. */
export function getKeyStep(key: string): { x: number; y: number } | undefined {
  const steps = {
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    ArrowUp: [0, -1],
    ArrowDown: [0, 1],
  } as const;
  if (!Object.hasOwn(steps, key)) return undefined;
  const [x, y] = steps[key as keyof typeof steps];
  return { x: x * keyStep, y: y * keyStep };
}
