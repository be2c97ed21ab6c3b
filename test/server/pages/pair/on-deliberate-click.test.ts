import { beforeEach, expect, it, vi } from 'vitest';
import { onDeliberateClick } from '../../../../server/pages/pair/on-deliberate-click.ts';

class FakeButton extends EventTarget {
  disabled = true;

  /** As browsers do: no click on a button that sleeps. */
  press(type: 'pointerdown' | 'click'): void {
    if (type !== 'click' || !this.disabled) this.dispatchEvent(new Event(type));
  }

  /** Presses a key, or goes on holding it, and clicks unless somebody prevents that. */
  pressKey(repeat: boolean): void {
    const event = Object.assign(new Event('keydown', { cancelable: true }), { repeat });
    if (this.dispatchEvent(event)) this.press('click');
  }
}

let button: FakeButton;
const onClick = vi.fn();

beforeEach(() => {
  onClick.mockClear();
  button = new FakeButton();
  onDeliberateClick(button as unknown as HTMLButtonElement, onClick);
});

it('counts a press that began and ended while the button was awake', () => {
  button.disabled = false;
  button.press('pointerdown');
  button.press('click');
  expect(onClick).toHaveBeenCalledOnce();
});

it('does not count a press that began while it slept, but the next one', () => {
  button.press('pointerdown');
  button.disabled = false;
  button.press('click');
  expect(onClick).not.toHaveBeenCalled();
  button.press('pointerdown');
  button.press('click');
  expect(onClick).toHaveBeenCalledOnce();
});

it('counts a click that comes without a press, as from a screen reader', () => {
  button.disabled = false;
  button.press('click');
  expect(onClick).toHaveBeenCalledOnce();
});

it('counts a key that is pressed once, however long it is held', () => {
  button.disabled = false;
  button.pressKey(false);
  for (let repeats = 0; repeats < 20; repeats += 1) button.pressKey(true);
  expect(onClick).toHaveBeenCalledOnce();
});

it('does not count a key that was held down already when the button got the focus', () => {
  button.disabled = false;
  for (let repeats = 0; repeats < 20; repeats += 1) button.pressKey(true);
  expect(onClick).not.toHaveBeenCalled();
});
