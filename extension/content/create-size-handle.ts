import { say } from '../../shared/say.ts';
import { createIconButton } from '../view/create-icon.ts';
import type { AnchoredPlace } from './anchored-place.ts';
import type { Size } from './box.ts';
import { enableDrag } from './drag.ts';
import { getKeyStep, largeSize } from './overlay-size.ts';

/**
 * The handle in the overlay's corner. With the mouse it is dragged, and a double click gives the usual size again. By keyboard the arrow keys
 * change the size, with Shift the place, and a press makes the overlay large or as usual. `onChosen` is told of each choice, when it is made.
 */
export function createSizeHandle(
  host: HTMLElement,
  place: AnchoredPlace,
  onChosen: (size: Size | undefined) => void,
): HTMLButtonElement {
  const handle = createIconButton('size', say('size'));
  handle.title = say('sizeAdvice');
  const choose = (size: Size | undefined): void => {
    place.resize(size);
    onChosen(place.size);
  };
  handle.addEventListener('click', ({ detail }) => {
    // With the mouse a press is the beginning of a drag or a double click.
    if (detail === 0) choose(place.size ? undefined : largeSize);
  });
  handle.addEventListener('dblclick', () => {
    choose(undefined);
  });
  handle.addEventListener('keydown', (event) => {
    const step = getKeyStep(event.key);
    if (!step) return;
    event.preventDefault();
    const { left, top, width, height } = host.getBoundingClientRect();
    if (event.shiftKey) place.moveTo(left + step.x, top + step.y);
    else choose({ width: width + step.x, height: height + step.y });
  });
  enableSizing(handle, { host, place, onChosen });
  return handle;
}

interface Sizing {
  host: HTMLElement;
  place: AnchoredPlace;
  onChosen: (size: Size | undefined) => void;
}

function enableSizing(handle: HTMLElement, { host, place, onChosen }: Sizing): void {
  let isMoved = false;
  enableDrag(handle, {
    getCorner: () => {
      const { right, bottom } = host.getBoundingClientRect();
      return { x: right, y: bottom };
    },
    moveTo: (x, y) => {
      const { left, top } = host.getBoundingClientRect();
      isMoved = true;
      place.hold();
      place.resize({ width: x - left, height: y - top });
    },
    onEnd: () => {
      if (isMoved) onChosen(place.size);
      isMoved = false;
    },
  });
}
