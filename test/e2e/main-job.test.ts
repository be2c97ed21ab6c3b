import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { findBuiltExtension, writeKeylessExtension } from './browsers/built-extension.ts';
import { launchChromium } from './browsers/chromium.ts';
import { launchFirefox } from './browsers/firefox.ts';
import { startPageServer, type PageServer } from './browsers/page-server.ts';
import { pictureFailures } from './browsers/picture-failures.ts';
import { startDragoman, type RunningDragoman } from './browsers/start-dragoman.ts';
import type { TestBrowser } from './browsers/test-browser.ts';
import { clickElement, waitForElement, waitForText } from './browsers/use-element.ts';
import { waitFor } from './browsers/wait-for.ts';
import { clickInOverlay, inspectOverlay, translateByMenu, waitForOverlay } from './use-overlay.ts';

const translation = /tempo.+hoje.+rio.+sol/is;

interface Installation {
  title: string;
  /** Whether the server has to be told that it may be called. */
  asksToPair: boolean;
  launch: () => Promise<TestBrowser>;
}

const installations: Installation[] = [
  {
    title: 'Chromium',
    asksToPair: false,
    launch: () => launchChromium(findBuiltExtension('chromium')),
  },
  {
    title: 'Chromium with a build that has another id',
    asksToPair: true,
    launch: async () => launchChromium(await writeKeylessExtension()),
  },
  // Its origin is random.
  { title: 'Firefox', asksToPair: true, launch: () => launchFirefox(findBuiltExtension('firefox')) },
];

describe.each(installations)('$title', ({ asksToPair, launch }) => {
  let browser: TestBrowser;
  let server: RunningDragoman;
  let pages: PageServer;

  beforeAll(async () => {
    server = await startDragoman('--engine', 'bergamot');
    pages = await startPageServer();
    browser = await launch();
  });

  afterAll(async () => {
    await browser.close();
    await server.stop();
    await pages.close();
  });

  pictureFailures(() => browser);

  test('the options take the server address and the target language, and say who translates', async () => {
    const page = await browser.openPage(`${browser.extensionOrigin}/extension/options/options.html`);

    await clickElement(page, '#server');
    await page.pressKey('Control+a');
    await page.typeText(`127.0.0.1:${server.port}`);
    await clickElement(page, '#target');
    await page.typeText('Portuguese');
    await page.pressKey('Enter');

    expect(await waitForText(page, '.connection-line', /built-in/)).toContain(
      'The server answers · built-in model',
    );
    await waitFor('the language to be saved', () =>
      browser.inExtension(async (api) => {
        const { target } = await api.storage.local.get();
        return target === 'pt';
      }),
    );
    await page.close();
  });

  test('selected text is translated from the menu of the browser', async () => {
    const page = await browser.openPage(pages.getUrl('article'));

    await translateByMenu(page);
    if (asksToPair) await pair();
    await page.bringToFront();

    expect(await waitForOverlay(page, 'complete')).toMatch(translation);
    expect((await inspectOverlay(page, '.text'))?.attributes['lang']).toBe('pt');
    expect((await inspectOverlay(page, '.engine'))?.text).toMatch(/built-in model/);
    await page.close();

    async function pair(): Promise<void> {
      await waitForOverlay(page, 'blocked');
      const shown = (await inspectOverlay(page, '.pairing-code'))?.text.replace(/\D/g, '');
      await clickInOverlay(page, 'pair');
      const pairPage = await browser.waitForPage(`${server.url}/pair`);

      expect(shown).toMatch(/^\d{6}$/);
      expect((await waitForElement(pairPage, '.code')).text.replace(/\D/g, '')).toBe(shown);
      await clickElement(pairPage, '[data-action="allow"]:enabled');
      await waitForElement(pairPage, '[data-action="revoke"]');
      await pairPage.close();
    }
  });

  test('the next translation needs no pairing any more', async () => {
    const page = await browser.openPage(pages.getUrl('article'));

    await translateByMenu(page);

    expect(await waitForOverlay(page, 'complete')).toMatch(translation);
    await page.close();
  });
});
