import { stat } from 'node:fs/promises';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { startPageServer, type PageServer } from './page-server.ts';
import { pictureFailures } from './picture-failures.ts';
import { probeMenuItem, writeProbeExtension, type ProbeExtension } from './probe-extension.ts';
import type { BrowserName, TestBrowser } from './test-browser.ts';
import { chooseMenuItemOn, clickElement, selectByMouse, selectByRange, waitForText } from './use-element.ts';

const shownText = '#probe >>> p';
const paragraph = 'The weather is lovely today. We walked along the river until the sun went down.';

interface Launched<Browser> {
  browser: Browser;
  pages: PageServer;
}

/** What every test browser can do, tried with an extension that needs no product; gives the file what it has launched. */
export function testSharedBehaviour<Browser extends TestBrowser>(
  name: BrowserName,
  launch: (extension: string) => Promise<Browser>,
): () => Launched<Browser> {
  let probe: ProbeExtension;
  let pages: PageServer;
  let browser: Browser;

  beforeAll(async () => {
    probe = await writeProbeExtension(name);
    pages = await startPageServer();
    browser = await launch(probe.folder);
  });

  afterAll(async () => {
    await browser.close();
    await pages.close();
    await probe.remove();
  });

  pictureFailures(() => browser);

  test.each(['article', 'strict-csp', 'long', 'nested-scroll', 'transformed', 'dialog', 'hostile'])(
    'text selected by mouse on the page "%s" reaches the extension through the native menu',
    async (pageName) => {
      const page = await browser.openPage(pages.getUrl(pageName));

      const selected = await selectByMouse(page, '#text');
      await chooseMenuItemOn(page, '#text', probeMenuItem);

      expect(selected).toBe(paragraph);
      expect(await waitForText(page, shownText, /menu/)).toBe(`menu: ${paragraph}`);
      await page.close();
    },
  );

  test('a keyboard shortcut reaches the extension', async () => {
    const page = await browser.openPage(pages.getUrl('article'));
    await selectByRange(page, '#text');

    await page.pressShortcut('Alt+Shift+Y');

    expect(await waitForText(page, shownText, /shortcut/)).toBe(`shortcut: ${paragraph}`);
    await page.close();
  });

  test.each(['framed', 'sandboxed'])(
    'text selected by mouse in the frame of the page "%s" can be chosen in the native menu',
    async (pageName) => {
      const page = await browser.openPage(pages.getUrl(pageName));
      const frame = await page.findFrame();

      const selected = await selectByMouse(frame, '#text');
      await chooseMenuItemOn(frame, '#text', probeMenuItem);

      expect(selected).toBe(paragraph);
      // The extension shows what the top frame has selected: nothing.
      expect(await waitForText(page, shownText, /menu/)).toBe('menu: ');
      await page.close();
    },
  );

  test('a menu item that is not offered is a failure with a picture', async () => {
    const page = await browser.openPage(pages.getUrl('article'));
    await page.evaluate(() => getSelection()?.removeAllRanges());

    await expect(chooseMenuItemOn(page, 'html', probeMenuItem)).rejects.toThrow(/"probe".+see .+\.png/);

    await page.close();
  });

  test('mouse and keys give the page trusted events', async () => {
    const page = await browser.openPage(pages.getUrl('fields'));
    await page.evaluate(() => {
      for (const type of ['click', 'input', 'keydown'])
        addEventListener(
          type,
          (event) => (document.title += ` ${event.isTrusted ? 'trusted' : 'untrusted'} ${type}`),
        );
    });

    await clickElement(page, '#input');
    await page.pressKey('Control+a');
    await page.typeText('Olá');
    await page.pressKey('Escape');

    expect(await page.evaluate(() => document.querySelector('input')?.value)).toBe('Olá');
    expect(await page.evaluate(() => document.title)).toMatch(
      /trusted click.+trusted keydown.+trusted input.+trusted keydown$/,
    );
    expect(await page.evaluate(() => document.title)).not.toContain('untrusted');
    await page.close();
  });

  test('the real popup opens and can be read and pictured', async () => {
    await browser.openPopup();

    expect(await browser.inPopup(({ document }) => document.body.textContent)).toBe('Hello');
    expect((await stat(await browser.takePopupPicture(`${name} popup`))).size).toBeGreaterThan(100);
    await browser.closePopup();
  });

  test('a page of the extension opens in a tab', async () => {
    const page = await browser.openPage(`${browser.extensionOrigin}/popup.html`);

    expect(await page.evaluate(() => document.body.textContent)).toBe('Hello');
    await page.close();
  });

  test('code runs with the rights of the extension and its arguments arrive', async () => {
    await browser.inExtension((api, items) => api.storage.local.set(items), { server: 'http://127.0.0.1:1' });

    expect(await browser.inExtension((api) => api.storage.local.get())).toEqual({
      server: 'http://127.0.0.1:1',
    });
    expect(await browser.inExtension(() => location.origin)).toBe(browser.extensionOrigin);
  });

  test('code runs with the globals of the background', async () => {
    expect(await browser.inBackground((background) => background.performance.timeOrigin)).toBe(
      await readBirth(browser),
    );
  });

  test('an error in the browser is an error in the test', async () => {
    await expect(browser.inExtension((api) => api.tabs.get(987_654))).rejects.toThrow(/987654/);
  });

  test('a killed background is dead and answers the next menu click anew', async () => {
    const born = await readBirth(browser);
    const page = await browser.openPage(pages.getUrl('article'));
    await selectByMouse(page, '#text');

    await browser.killBackground();
    await chooseMenuItemOn(page, '#text', probeMenuItem);

    expect(await waitForText(page, shownText, /menu/)).toBe(`menu: ${paragraph}`);
    expect(await readBirth(browser)).toBeGreaterThan(born);
    await page.close();
  });

  test('pictures show the page and the browser', async () => {
    const page = await browser.openPage(pages.getUrl('article'));

    expect((await stat(await page.takePicture(`${name} page`))).size).toBeGreaterThan(1000);
    expect((await stat(await browser.takePicture(`${name} window`))).size).toBeGreaterThan(1000);
    await page.close();
  });

  return () => ({ browser, pages });
}

/** When the background was started; wakes it when it is dead. */
export async function readBirth(browser: TestBrowser): Promise<number> {
  return Number(await browser.inExtension((api) => api.runtime.sendMessage('birth')));
}
