import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';

import manifest from '../../manifest.json' with { type: 'json' };
import { drawIcon } from '../../scripts/icons/draw-icon.ts';

const root = join(import.meta.dirname, '../..');
const svg = readFileSync(join(root, 'extension/icons/icon.svg'), 'utf8');

/** Of 255: what one version of Chromium may round differently from another. */
const tolerance = 8;

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: inject('programs').chromium,
    chromiumSandbox: process.getuid?.() !== 0,
  });
  page = await browser.newPage();
});

afterAll(() => browser.close());

test.each(Object.entries(manifest.icons))('the icon of %s pixels is the drawing', async (size, file) => {
  const drawn = await drawIcon(page, svg, Number(size));
  const shipped = readFileSync(join(root, file));

  expect(await findGreatestDifference(drawn, shipped)).toBeLessThanOrEqual(tolerance);
});

test('another drawing is told apart', async () => {
  const shipped = readFileSync(join(root, manifest.icons[32]));
  const drawn = await drawIcon(page, svg.replace('#2f6fe4', '#2f8fe4'), 32);

  expect(await findGreatestDifference(drawn, shipped)).toBeGreaterThan(tolerance);
});

/** Of any pixel in any of red, green, blue and opacity. */
async function findGreatestDifference(...pngs: Buffer[]): Promise<number> {
  const [first = [], second = []] = await Promise.all(pngs.map(readPixels));
  expect(first.length).toBe(second.length);
  return Math.max(...first.map((value, index) => Math.abs(value - (second[index] ?? 0))));
}

function readPixels(png: Buffer): Promise<number[]> {
  return page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const { width, height } = image;
    const context = new OffscreenCanvas(width, height).getContext('2d');
    context?.drawImage(image, 0, 0);
    return [...(context?.getImageData(0, 0, width, height).data ?? [])];
  }, png.toString('base64'));
}
