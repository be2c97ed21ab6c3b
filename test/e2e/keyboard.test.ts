import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { pictureFailures } from './browsers/picture-failures.ts';
import { overlayScenes } from './gallery/overlay-scenes.ts';
import { pageScenes } from './gallery/page-scenes.ts';
import { stopHalfway } from './gallery/scripts.ts';
import { openStage, type Stage } from './gallery/stage.ts';
import { walkOverlay, walkPage } from './gallery/walk-by-tab.ts';
import { browserNames, launchProduct, type Product } from './launch-product.ts';
import { overlayHost, tabInOverlay, waitForNoOverlay, waitForOverlay } from './use-overlay.ts';

const walkedOverlays = overlayScenes.filter(({ name }) =>
  ['writing', 'complete', 'incomplete', 'failed', 'no server', 'pairing'].includes(name),
);
const walkedPages = pageScenes.filter(({ name }) => !/^welcome (?:denied|without engine)$/.test(name));

describe.each(browserNames)('%s', (name) => {
  let product: Product;
  let stage: Stage;

  beforeAll(async () => {
    product = await launchProduct(name, '--engine', 'bergamot');
    stage = await openStage(product);
  });

  afterAll(async () => {
    await stage.close();
    await product.close();
  });

  pictureFailures(() => product.browser);

  test.each(walkedOverlays)(
    'the Tab key comes to everything in the overlay, and shows where it is: $name',
    async (scene) => {
      const page = await stage.showOverlay(scene);

      const walk = await walkOverlay(page);

      expect(walk).toMatchObject({ missed: [], unmarked: [] });
      expect(walk.reached).toBeGreaterThan(3);
      await page.pressKey('Escape');
      await waitForNoOverlay(page);
      expect(await page.evaluate(() => String(getSelection()))).toMatch(/weather/);
    },
  );

  test.each(walkedPages)(
    'the Tab key comes to everything in the page, and shows where it is: $name',
    async (scene) => {
      const page = await stage.showPage(scene);

      expect(await walkPage(page)).toMatchObject({ missed: [], unmarked: [] });
    },
  );

  test('a button that goes away leaves the focus in the overlay', async () => {
    const page = await stage.showOverlay({ name: 'stop', script: stopHalfway(), state: 'writing' });
    await tabInOverlay(page, 'stop');

    await page.pressKey('Enter');

    await waitForOverlay(page, 'stopped');
    expect(await page.inShadowRoot(overlayHost, (root) => root.activeElement !== null)).toBe(true);
  });
});
