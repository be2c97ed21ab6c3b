import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { findBuiltExtension, writeKeylessExtension } from './browsers/built-extension.ts';
import { launchChromium } from './browsers/chromium.ts';
import { launchFirefox } from './browsers/firefox.ts';
import { pictureFailures } from './browsers/picture-failures.ts';
import { startDragoman, type RunningDragoman } from './browsers/start-dragoman.ts';
import type { TestBrowser } from './browsers/test-browser.ts';
import { clickElement, waitForElement } from './browsers/use-element.ts';
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

  beforeAll(async () => {
    server = await startDragoman('--engine', 'bergamot');
    browser = await launch();
    const address = `127.0.0.1:${server.port}`;
    await browser.inExtension((api, host) => api.storage.local.set({ server: host, target: 'pt' }), address);
  });

  afterAll(async () => {
    await browser.close();
    await server.stop();
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

  async function readCode(): Promise<string | undefined> {
    return (await readPopup(browser, '.pairing-code'))?.replace(/\D/g, '');
  }
});
