import { expect, test } from 'vitest';
import { boundSize, getKeyStep } from '../../../extension/content/overlay-size.ts';

const viewport = { width: 1000, height: 800 };

test.each([
  ['as the reader wants it', { width: 500, height: 400 }, { width: 500, height: 400 }],
  ['whole pixels', { width: 500.4, height: 399.6 }, { width: 500, height: 400 }],
  ['no larger than the window', { width: 5000, height: 5000 }, { width: 984, height: 784 }],
  ['no smaller than its buttons', { width: 1, height: -50 }, { width: 240, height: 120 }],
])('its size is %s', (_how, wanted, bounded) => {
  expect(boundSize(wanted, viewport)).toEqual(bounded);
});

test('in a window that is too small it is as large as that', () => {
  expect(boundSize({ width: 500, height: 400 }, { width: 200, height: 100 })).toEqual({
    width: 184,
    height: 84,
  });
});

test.each([
  ['ArrowLeft', { x: -24, y: 0 }],
  ['ArrowRight', { x: 24, y: 0 }],
  ['ArrowUp', { x: 0, y: -24 }],
  ['ArrowDown', { x: 0, y: 24 }],
  ['Enter', undefined],
  ['toString', undefined],
])('the key %s goes %o', (key, step) => {
  expect(getKeyStep(key)).toEqual(step);
});
