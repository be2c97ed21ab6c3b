import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { pictureFailures } from './browsers/picture-failures.ts';
import type { TestPage } from './browsers/test-browser.ts';
import { looks } from './gallery/looks.ts';
import { overlayScenes } from './gallery/overlay-scenes.ts';
import { pageScenes } from './gallery/page-scenes.ts';
import { runAxe, runAxeInOverlay } from './gallery/run-axe.ts';
import { openStage, type Stage } from './gallery/stage.ts';
import { browserNames, launchProduct, type Product } from './launch-product.ts';
import { overlayHost } from './use-overlay.ts';

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

  /** What is found in any look, by its name. */
  async function judge(page: TestPage, run: typeof runAxe): Promise<Record<string, string[]>> {
    const found: Record<string, string[]> = {};
    for (const look of looks) {
      await product.browser.setLook(look);
      const faults = await run(page);
      if (faults.length > 0) found[look] = faults;
    }
    return found;
  }

  test.each(overlayScenes)('nothing keeps anybody out of the overlay: $name', async (scene) => {
    const page = await stage.showOverlay(scene);

    expect(await judge(page, runAxeInOverlay)).toEqual({});
  });

  test('what would keep somebody out of the overlay is found', async () => {
    const page = await stage.showOverlay({
      name: 'spoilt',
      script: {},
      isServerGone: true,
      state: 'blocked',
    });
    await product.browser.setLook('light');
    await page.inShadowRoot(overlayHost, (root) => {
      root.querySelector('[data-action="close"]')?.replaceChildren();
      root.querySelector('[data-action="close"]')?.removeAttribute('title');
      root.querySelector('[data-action="close"]')?.removeAttribute('aria-label');
      root.querySelector<HTMLElement>('.failure-line')?.style.setProperty('color', '#ddd');
    });

    const found = await runAxeInOverlay(page);

    expect(found.map((fault) => fault.split(':')[0])).toEqual(['button-name', 'color-contrast']);
  });

  test.each(pageScenes)('nothing keeps anybody out of the page: $name', async (scene) => {
    const page = await stage.showPage(scene);

    expect(await judge(page, runAxe)).toEqual({});
  });
});
