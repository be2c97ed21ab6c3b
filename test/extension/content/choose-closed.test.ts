import { expect, test } from 'vitest';
import { chooseClosed } from '../../../extension/content/choose-closed.ts';

const pinned = { isPinned: true, hasFocus: false };
const focused = { isPinned: true, hasFocus: true };
const loose = { isPinned: false, hasFocus: false };

test.each([
  ['the only one', [loose], 0],
  ['the newest that is not pinned', [loose, loose, pinned], 1],
  ['the one with the focus, be it pinned', [focused, loose], 0],
  ['none that is pinned', [pinned, pinned], undefined],
  ['none of none', [], undefined],
])('Escape closes %s', (_what, overlays, index) => {
  const closed = chooseClosed(overlays);
  expect(closed).toBe(index === undefined ? undefined : overlays[index]);
});
