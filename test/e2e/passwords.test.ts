import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startFakeOllama, type FakeOllama } from '../fakes/fake-ollama.ts';
import { pictureFailures } from './browsers/picture-failures.ts';
import type { TestPage } from './browsers/test-browser.ts';
import { chooseMenuItemOn, clickElement } from './browsers/use-element.ts';
import { browserNames, launchProduct, type Product } from './launch-product.ts';
import { clickInOverlay, inspectOverlay, waitForNoOverlay, waitForOverlay } from './use-overlay.ts';

const fields = ['#password', '#shown', '#styled', '#host >>> #inner'];

describe.each(browserNames)('%s', (name) => {
  let ollama: FakeOllama;
  let product: Product;
  let page: TestPage;

  beforeAll(async () => {
    ollama = await startFakeOllama();
    product = await launchProduct(name, '--engine', 'ollama', '--ollama-host', ollama.url);
    page = await product.browser.openPage(product.pages.getUrl('passwords'));
  });

  afterAll(async () => {
    await product.close();
    await ollama.close();
  });

  pictureFailures(() => product.browser);

  async function expectNothingRead(): Promise<void> {
    await waitForOverlay(page, 'failed');
    expect((await inspectOverlay(page, '.failure-line'))?.text).toBe('No text is selected.');
    expect(ollama.requests.filter(({ path }) => path === '/api/chat')).toEqual([]);
    await clickInOverlay(page, 'close');
    await waitForNoOverlay(page);
  }

  test.each(fields)('the shortcut reads nothing of the password in %s', async (field) => {
    await clickElement(page, field);
    await page.pressKey('Control+a');

    await page.pressShortcut('Alt+Shift+Y');

    await expectNothingRead();
  });

  // Firefox offers the menu on a field for a password only where it looks like any other.
  test.each(name === 'chromium' ? fields : ['#shown', '#styled'])(
    'the menu reads nothing of the password in %s',
    async (field) => {
      await clickElement(page, field);
      await page.pressKey('Control+a');

      await chooseMenuItemOn(page, field, 'translate-selection');

      await expectNothingRead();
    },
  );
});
