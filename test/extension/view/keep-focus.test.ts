import { expect, test, vi } from 'vitest';
import { keepFocus } from '../../../extension/view/keep-focus.ts';

const focus = vi.fn();

/** A view whose focus is on a button that the change hides or leaves. */
function createRefuge(isHidden: () => boolean): HTMLElement {
  const button = { closest: () => (isHidden() ? button : null) };
  return { focus, getRootNode: () => ({ activeElement: button }) } as unknown as HTMLElement;
}

test.each([
  ['hides', true, 1],
  ['leaves', false, 0],
])('a change that %s the focused control', (_what, hides, calls) => {
  focus.mockClear();
  let hidden = false;
  keepFocus(
    createRefuge(() => hidden),
    () => {
      hidden = hides;
    },
  );
  expect(focus).toHaveBeenCalledTimes(calls);
});
