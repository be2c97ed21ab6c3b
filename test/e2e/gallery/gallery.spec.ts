import { mkdir, rename } from 'node:fs/promises';
import { basename, join } from 'node:path';

import { describe, test } from 'vitest';

import { findBuiltExtension, writeTranslatedExtension } from '../browsers/built-extension.ts';
import { displaySize } from '../browsers/display.ts';
import { type BrowserName, type TestPage } from '../browsers/test-browser.ts';
import {
  launchChromiumProduct,
  launchFirefoxProduct,
  browserNames,
  type Product,
} from '../launch-product.ts';
import { looks } from './looks.ts';
import { overlayScenes } from './overlay-scenes.ts';
import { pageScenes } from './page-scenes.ts';
import { openStage, type Stage } from './stage.ts';

/** `DRAGOMAN_SCENES`: a part of the names of those that are wanted. */
const wanted = process.env['DRAGOMAN_SCENES'] ?? '';
const folder = join(import.meta.dirname, '../../../node_modules/.cache/gallery');

const sizes = { large: displaySize, small: { width: 500, height: 600 } };

type SizeName = keyof typeof sizes;
type Direction = 'ltr' | 'rtl';

async function launch(name: BrowserName, size: SizeName, direction: Direction): Promise<Product> {
  const extension =
    direction === 'rtl' ? await writeTranslatedExtension(name, 'ar') : findBuiltExtension(name);
  const options = { size: sizes[size], extension };
  if (name === 'chromium') return launchChromiumProduct(options, '--engine', 'bergamot');
  return launchFirefoxProduct(options, '--engine', 'bergamot');
}

const rooms = browserNames.flatMap((name) =>
  (['large', 'small'] as const).flatMap((size) =>
    (['ltr', 'rtl'] as const).map((direction) => ({ name, size, direction })),
  ),
);

/** `npm run screenshots` takes every scene in every look, direction and size, in both browsers. */
describe('the gallery', () => {
  test.each(rooms)('$name, $size, $direction', async ({ name, size, direction }) => {
    await mkdir(folder, { recursive: true });
    const product = await launch(name, size, direction);
    const stage = await openStage(product);

    async function takeAll(title: string, show: (stage: Stage) => Promise<TestPage>): Promise<void> {
      if (!title.includes(wanted)) return;
      const page = await show(stage);
      for (const look of looks) {
        await product.browser.setLook(look);
        const file = await page.takePicture(`${title} ${look} ${direction} ${size} ${name}`);
        await rename(file, join(folder, basename(file)));
      }
    }

    for (const scene of overlayScenes)
      await takeAll(`overlay ${scene.name}`, ({ showOverlay }) => showOverlay(scene));
    for (const scene of pageScenes) await takeAll(`page ${scene.name}`, ({ showPage }) => showPage(scene));
    await stage.close();
    await product.close();
  });
});
