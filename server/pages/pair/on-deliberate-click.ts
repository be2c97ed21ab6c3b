/**
 * Calls back when the reader clicks an awake button, or presses a key on it: not for a press that began while it slept, which browsers
 * count as a click once it is released, and not for a key that is held down.
 */
export function onDeliberateClick(button: HTMLButtonElement, onClick: () => void): void {
  let beganAsleep = false;
  button.addEventListener('pointerdown', () => {
    beganAsleep = button.disabled;
  });
  button.addEventListener('keydown', (event) => {
    beganAsleep = false;
    if (event.repeat) event.preventDefault();
  });
  button.addEventListener('click', () => {
    if (!beganAsleep) onClick();
    beganAsleep = false;
  });
}
