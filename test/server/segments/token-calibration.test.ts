import fc from 'fast-check';
import { expect, it } from 'vitest';
import { TokenCalibration } from '../../../server/segments/token-calibration.ts';

it('begins at 1, for each model by itself', () => {
  const calibration = new TokenCalibration();
  calibration.note('a', 100, 150);
  expect([calibration.getFactor('a'), calibration.getFactor('b')]).toEqual([1.5, 1]);
});

it('lets a model that was seen to think answer for as long as it wants', () => {
  const calibration = new TokenCalibration();
  calibration.noteThinking('a');
  expect([calibration.getLimitFactor('a'), calibration.getLimitFactor('b')]).toEqual([Infinity, 4]);
});

it('limits answers by what is known of the model, and hardly while nothing is', () => {
  const calibration = new TokenCalibration();
  calibration.note('a', 100, 150);
  calibration.note('b', 100, 70);
  expect(['a', 'b', 'c'].map((model) => calibration.getLimitFactor(model))).toEqual([1.5, 1, 4]);
});

it('comes down little by little', () => {
  const calibration = new TokenCalibration();
  calibration.note('a', 100, 200);
  calibration.note('a', 100, 100);
  expect(calibration.getFactor('a')).toBeCloseTo(1.9);
  for (let i = 0; i < 100; i += 1) calibration.note('a', 100, 70);
  expect(calibration.getFactor('a')).toBeCloseTo(0.7);
});

it('goes up at once', () => {
  const calibration = new TokenCalibration();
  for (let i = 0; i < 100; i += 1) calibration.note('a', 100, 70);
  calibration.note('a', 100, 90);
  expect(calibration.getFactor('a')).toBe(0.9);
});

it.each([
  ['only the new part of a cached prompt', 1000, 30],
  ['nothing', 1000, 0],
  ['less than nothing', 1000, -5],
  ['no number', 1000, Number.NaN],
  ['a prompt that was estimated as nothing', 0, 100],
  ['a prompt that is too short to tell', 10, 40],
])('ignores %s', (_name, estimated, actual) => {
  const calibration = new TokenCalibration();
  calibration.note('a', estimated, actual);
  expect(calibration.getFactor('a')).toBe(1);
});

it('stays from 0.5 to 4', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.double(), fc.double())), (counts) => {
      const calibration = new TokenCalibration();
      for (const [estimated, actual] of counts) calibration.note('a', estimated, actual);
      expect(calibration.getFactor('a')).toBeGreaterThanOrEqual(0.5);
      expect(calibration.getFactor('a')).toBeLessThanOrEqual(4);
    }),
  );
});

it('forgets the model that was not noted for the longest time', () => {
  const calibration = new TokenCalibration();
  for (let i = 0; i < 32; i += 1) calibration.note(`model ${i}`, 100, 200);
  calibration.note('model 0', 100, 200);
  calibration.note('another', 100, 200);
  const names = ['model 0', 'model 1', 'model 2', 'another'];
  expect(names.map((name) => calibration.getFactor(name))).toEqual([2, 1, 2, 2]);
});
