/** Lets the reader drag an element by its handle. `moveTo` gets where its corner should go, in the viewport. */
export function enableDrag(
  handle: HTMLElement,
  element: HTMLElement,
  moveTo: (left: number, top: number) => void,
): void {
  let grip: { x: number; y: number } | undefined;
  handle.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || isControl(event.target)) return;
    const { left, top } = element.getBoundingClientRect();
    grip = { x: event.clientX - left, y: event.clientY - top };
    handle.setPointerCapture(event.pointerId);
  });
  handle.addEventListener('pointermove', ({ clientX, clientY }) => {
    if (grip) moveTo(clientX - grip.x, clientY - grip.y);
  });
  handle.addEventListener('lostpointercapture', () => {
    grip = undefined;
  });
  // A press elsewhere than on a control would take the page's selection away.
  handle.addEventListener('mousedown', (event) => {
    if (!isControl(event.target)) event.preventDefault();
  });
}

function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, select') !== null;
}
