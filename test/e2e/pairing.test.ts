import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { findBuiltExtension, writeKeylessExtension } from './browsers/built-extension.ts';
import { launchChromium } from './browsers/chromium.ts';
import { launchFirefox } from './browsers/firefox.ts';
import { pictureFailures } from './browsers/picture-failures.ts';
import { startPageServer, type PageServer } from './browsers/page-server.ts';
import { startDragoman, type RunningDragoman } from './browsers/start-dragoman.ts';
import type { TestBrowser, TestPage } from './browsers/test-browser.ts';
import { clickElement, waitForElement } from './browsers/use-element.ts';
import { waitFor } from './browsers/wait-for.ts';
import { clickInOverlay, inspectOverlay, translateByMenu, waitForOverlay } from './use-overlay.ts';
import {
  clickInPopup,
  readPopup,
  translateInPopup,
  waitForNoPopup,
  waitForPopup,
  waitForPopupText,
} from './use-popup.ts';

const text = 'Good morning, my friends.';

/** Those that the server doesn't know from the start. */
const browsers: { title: string; launch: () => Promise<TestBrowser> }[] = [
  {
    title: 'Chromium with a build that has another id',
    launch: async () => launchChromium(await writeKeylessExtension()),
  },
  { title: 'Firefox', launch: () => launchFirefox(findBuiltExtension('firefox')) },
];

describe.each(browsers)('$title', ({ launch }) => {
  let browser: TestBrowser;
  let server: RunningDragoman;
  let pages: PageServer;

  beforeAll(async () => {
    pages = await startPageServer();
    server = await startDragoman('--engine', 'bergamot');
    browser = await launch();
    const address = `127.0.0.1:${server.port}`;
    await browser.inExtension((api, host) => api.storage.local.set({ server: host, target: 'pt' }), address);
  });

  afterAll(async () => {
    await browser.close();
    await server.stop();
    await pages.close();
  });

  pictureFailures(() => browser);

  test('a translation that was asked for in the popup goes on in the next one after pairing', async () => {
    await browser.openPopup();
    await translateInPopup(browser, text);
    await waitForPopup(browser, 'blocked');
    const code = await readCode();
    expect(code).toMatch(/^\d{6}$/);
    await clickInPopup(browser, 'pair');
    const page = await browser.waitForPage(`${server.url}/pair`);
    // In Firefox it is the click on the page that closes it, but not one that BiDi makes inside the page.
    if (browser.name === 'firefox') await browser.closePopup();
    await waitForNoPopup(browser);

    // Whoever has forgotten the number by now can look again, however late.
    await browser.killBackground();
    await browser.openPopup();
    await waitForPopup(browser, 'blocked');
    expect(await readCode()).toBe(code);
    await browser.closePopup();

    expect((await waitForElement(page, '.code')).text.replace(/\D/g, '')).toBe(code);
    await page.bringToFront();
    await clickElement(page, '[data-action="allow"]:enabled');
    await waitForElement(page, '[data-action="revoke"]');

    await browser.openPopup();
    await waitForPopup(browser, 'complete');
    expect(await readPopup(browser, '.text')).toMatch(/bom dia/i);
  });

  test('the next popup has the text, but does not translate it once more', async () => {
    await browser.closePopup();
    await browser.openPopup();

    await waitForPopupText(browser, text);
    expect(await readPopup(browser, '.text')).toBe('');
    await waitForPopup(browser, 'idle');
  });

  test('once it is revoked on the page, the next translation asks again', async () => {
    await revoke();

    const article = await browser.openPage(pages.getUrl('article'));
    await translateByMenu(article);
    await waitForOverlay(article, 'blocked');

    expect(await readOverlayCode(article)).toMatch(/^\d{6}$/);
    await article.close();
  });

  test.each(['page.test', '127.0.0.1'] as const)(
    'a page on %s that frames the question sees and shows nothing of it',
    async (host) => {
      const page = await browser.openPage(pages.getUrl('article', host));
      // Firefox tells of no end when it is refused a frame, so the end of a later one from the same site must do.
      await page.evaluate(
        (addresses) => {
          for (const address of addresses) {
            const frame = document.createElement('iframe');
            if (address.endsWith('/lines')) frame.onload = () => (document.title = 'framed');
            frame.src = address;
            document.body.append(frame);
          }
        },
        [`${server.url}/pair`, pages.getUrl('lines', '127.0.0.1')],
      );
      await waitFor('the frames to load', () => page.evaluate(() => document.title === 'framed'));

      const shown = await readFrame(page);

      expect(shown.buttons).toBe(0);
      expect(shown.text).not.toMatch(/\d{3} ?\d{3}|extension/);
      await page.close();
    },
  );

  test('a translation in a page goes on by itself when the reader allows it', async () => {
    const article = await browser.openPage(pages.getUrl('article'));
    await translateByMenu(article);
    await waitForOverlay(article, 'blocked');
    const code = await readOverlayCode(article);
    await clickInOverlay(article, 'pair');
    const page = await browser.waitForPage(`${server.url}/pair`);
    await page.bringToFront();
    expect((await waitForElement(page, '.code')).text).toBe(code);

    await clickElement(page, '[data-action="allow"]:enabled');

    await waitForElement(page, '[data-action="revoke"]');
    await article.bringToFront();
    expect(await waitForOverlay(article, 'complete')).toMatch(/tempo.+hoje.+rio.+sol/is);
    await article.close();
  });

  test('a reader who denies it reads so, and nothing is translated', async () => {
    await revoke();
    const article = await browser.openPage(pages.getUrl('article'));
    await translateByMenu(article);
    await waitForOverlay(article, 'blocked');
    await clickInOverlay(article, 'pair');
    const page = await browser.waitForPage(`${server.url}/pair`);
    await page.bringToFront();

    await clickElement(page, '[data-action="deny"]:enabled');

    await waitForNoElement(page, '[data-action="deny"]');
    await article.bringToFront();
    await waitFor('the overlay to say so', async () =>
      /does not let this browser in/.test((await inspectOverlay(article, '.failure'))?.text ?? ''),
    );
    expect((await inspectOverlay(article, '.text'))?.text ?? '').toBe('');
  });

  /** On the page that is open since the last decision. */
  async function revoke(): Promise<void> {
    const page = await browser.waitForPage(`${server.url}/pair`);
    await page.bringToFront();
    await clickElement(page, '[data-action="revoke"]:enabled');
    await waitForNoElement(page, '[data-action="revoke"]');
    await page.close();
  }

  async function readCode(): Promise<string | undefined> {
    return (await readPopup(browser, '.pairing-code'))?.replace(/\D/g, '');
  }
});

/** What is in the page's first frame, be it a page of the browser's own that says that there is nothing. */
async function readFrame(page: TestPage): Promise<{ buttons: number; text: string }> {
  const frame = await page.findFrame();
  return frame.inDocument((root) => ({
    buttons: root.querySelectorAll('button[data-action]').length,
    text: root.body.textContent,
  }));
}

async function readOverlayCode(page: TestPage): Promise<string | undefined> {
  return (await inspectOverlay(page, '.pairing-code'))?.text.replace(/\D/g, '');
}

async function waitForNoElement(page: TestPage, selector: string): Promise<void> {
  await waitFor(`no element ${selector}`, () =>
    page.inDocument((root, path) => {
      return root.readyState === 'complete' && root.querySelector(path) === null;
    }, selector),
  );
}
