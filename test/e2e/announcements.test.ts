import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { pictureFailures } from './browsers/picture-failures.ts';
import { waitFor } from './browsers/wait-for.ts';
import { stopHalfway } from './gallery/scripts.ts';
import { openStage, type Stage } from './gallery/stage.ts';
import { browserNames, launchProduct, type Product } from './launch-product.ts';
import { inspectOverlay, inspectOverlayPlace, overlayHost } from './use-overlay.ts';

const writing = { name: 'writing', script: stopHalfway(), state: 'writing' } as const;
const options = { name: 'options', path: 'options/options.html', ready: '#backup' };

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

  /** As the reader does with Ctrl and plus. */
  const zoom = (factor: number) =>
    product.browser.inExtension(async ({ tabs }, wanted) => {
      const [tab] = await tabs.query({ active: true });
      await tabs.setZoom(tab?.id, wanted);
    }, factor);

  test('a screen reader is told whole sentences while the text streams, no more', async () => {
    const page = await stage.showOverlay(writing);

    await waitFor('the first sentence to be said', async () =>
      (await inspectOverlay(page, '[aria-live="polite"]'))?.text.includes('lindo'),
    );
    expect((await inspectOverlay(page, '.text'))?.text).toMatch(/Caminhámos/);
    expect((await inspectOverlay(page, '[aria-live="polite"]'))?.text).not.toMatch(/Caminhámos/);
  });

  test('nothing moves for those who want no motion', async () => {
    const page = await stage.showOverlay(writing);
    const countMoving = () =>
      page.inShadowRoot(
        overlayHost,
        (root) => root.getAnimations().filter((one) => one.playState === 'running').length,
      );

    await product.browser.setLook('light');

    await waitFor('an end of all motion', async () => (await countMoving()) === 0);
  });

  test('at 200 % the overlay is in the window, and the options need no sideways scrolling', async () => {
    const page = await stage.showOverlay(writing);
    await zoom(2);
    await waitFor('the overlay to fit', async () => (await inspectOverlayPlace(page)).isInside);
    await zoom(1);

    const shown = await stage.showPage(options);
    await zoom(2);
    await waitFor('the zoom', () => shown.evaluate(() => innerWidth < 800));
    expect(await shown.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    await zoom(1);
  });
});
