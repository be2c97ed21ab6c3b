export interface DragHandlers {
  /** The corner that goes with the mouse, in the viewport. */
  getCorner: () => { x: number; y: number };
  /** Is told where that should go. */
  moveTo: (x: number, y: number) => void;
  /** The button is up again. */
  onEnd?: () => void;
}

/** Lets the reader drag a handle, but not by the other controls in that. */
export function enableDrag(handle: HTMLElement, { getCorner, moveTo, onEnd }: DragHandlers): void {
  /** From the corner to the mouse. */
  let grip: { x: number; y: number } | undefined;
  const isControl = (target: EventTarget | null): boolean =>
    target instanceof Element && ![null, handle].includes(target.closest('button, select'));
  handle.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || isControl(event.target)) return;
    const { x, y } = getCorner();
    grip = { x: event.clientX - x, y: event.clientY - y };
    handle.setPointerCapture(event.pointerId);
  });
  handle.addEventListener('pointermove', ({ clientX, clientY }) => {
    if (grip) moveTo(clientX - grip.x, clientY - grip.y);
  });
  handle.addEventListener('lostpointercapture', () => {
    grip = undefined;
    onEnd?.();
  });
  // A press elsewhere than on a control would take the page's selection away.
  handle.addEventListener('mousedown', (event) => {
    if (!isControl(event.target)) event.preventDefault();
  });
}
