import { stat } from 'node:fs/promises';

import { expect, test } from 'vitest';

import { openDisplay } from './display.ts';

test('displays opened at once are different ones, each with a picture, and close', async () => {
  const displays = await Promise.all([openDisplay(), openDisplay(), openDisplay()]);

  const numbers = displays.map(({ environment }) => environment['DISPLAY']);
  expect(new Set(numbers).size).toBe(3);
  for (const display of displays) {
    expect((await stat(await display.takePicture('display'))).size).toBeGreaterThan(0);
    await display.close();
    await expect(display.listWindows()).rejects.toThrow(/display/);
  }
});
