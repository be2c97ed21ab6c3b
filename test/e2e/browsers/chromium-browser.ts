import type { BrowserContext, Page } from 'playwright-core';

import { countInPage, type PageCounters } from './chromium-counters.ts';
import { answerQuestion, type Asker } from './chromium-question.ts';
import { chooseNativeItem } from './chromium-menu.ts';
import { createChromiumPage } from './chromium-page.ts';
import { nameKeys, type Display } from './display.ts';
import { killServiceWorker, type WorkerDeath } from './chromium-workers.ts';
import { createExtensionTab } from './extension-tab.ts';
import type { Box } from './inspect-element.ts';
import type { Point, TestBrowser } from './test-browser.ts';
import { waitFor } from './wait-for.ts';
import { welcomePage } from './welcome-page.ts';
import { readAnswer, writeCall } from './write-call.ts';

export interface ChromiumBrowser extends TestBrowser {
  /** Kills the service worker in one of several ways; resolves when it is dead. */
  killWorker: (death: WorkerDeath) => Promise<void>;
  /** Counts what is left, after its garbage has been collected, in the tab whose address begins so. */
  countInPage: (url: string) => Promise<PageCounters>;
  /** Says yes to the browser's question, asked in a small window, whether the extension may go to that origin. */
  allowOrigin: (origin: string, asker: Asker, ask: () => Promise<void>) => Promise<void>;
}

interface ChromiumParts {
  context: BrowserContext;
  display: Display;
  extensionOrigin: string;
  reloadExtension: () => Promise<unknown>;
  close: () => Promise<void>;
  /** Whether the page for the first run comes, and is in the way. */
  closesWelcome: boolean;
}

export async function createChromium(parts: ChromiumParts): Promise<ChromiumBrowser> {
  const { context, display, extensionOrigin, reloadExtension, close } = parts;
  let quietPage: Page | undefined = context.pages()[0];
  const tab = createExtensionTab(extensionOrigin, async (url) => {
    if (!quietPage || quietPage.isClosed()) quietPage = await context.newPage();
    const page = quietPage;
    await page.goto(url);
    return {
      evaluateExpression: (expression) => page.evaluate<unknown>(expression),
      isOpen: () => Promise.resolve(!page.isClosed()),
    };
  });
  if (parts.closesWelcome) await (await findPage(context, `${extensionOrigin}/${welcomePage}`)).close();
  // Opened now: later a new tab would come before the page under test.
  await tab.inExtension(() => undefined);
  const killWorker = async (death: WorkerDeath) => {
    if (!quietPage) throw new Error('The extension has a tab from the start');
    await killServiceWorker(quietPage, extensionOrigin, death);
  };
  const allowOrigin = (origin: string, asker: Asker, ask: () => Promise<void>) =>
    answerQuestion(display, asker, {
      ask,
      isAllowed: () =>
        tab.inExtension((api, asked) => api.permissions.contains({ origins: [asked] }), origin),
    });
  const showPage = async (page: Page) => {
    const chooseMenuItem = (at: Point, id: string) => chooseNativeItem(display, tab, { at, id });
    const shown = createChromiumPage(page, { display, chooseMenuItem });
    await shown.bringToFront();
    return shown;
  };
  return {
    ...tab,
    name: 'chromium',
    extensionOrigin,
    openPage: async (url) => {
      const page = await context.newPage();
      await page.goto(url);
      return showPage(page);
    },
    waitForPage: async (url) => {
      const page = await findPage(context, url);
      await page.waitForLoadState();
      return showPage(page);
    },
    typeInPopup: display.typeText,
    pressKeyInPopup: (keys) => display.pressKeys(nameKeys(keys)),
    reloadExtension: async () => {
      await reloadExtension();
      await tab.waitForMenuItem('translate-selection');
    },
    inBackground: async (run, argument) => {
      const find = () => context.serviceWorkers().find((worker) => worker.url().startsWith(extensionOrigin));
      const worker = await waitFor('a running service worker', find);
      const answer = await worker.evaluate<unknown>(writeCall(run, argument, 'globalThis'));
      return readAnswer(answer) as Awaited<ReturnType<typeof run>>;
    },
    killBackground: () => killWorker('stop-worker'),
    killWorker,
    countInPage: async (url) => countInPage(await findPage(context, url)),
    allowOrigin,
    setLook: async (look) => {
      const media = {
        colorScheme: look === 'dark' ? 'dark' : 'light',
        forcedColors: look === 'forced' ? 'active' : 'none',
        reducedMotion: 'reduce',
      } as const;
      for (const page of context.pages()) await page.emulateMedia(media);
    },
    takePopupPicture: async (name) => display.takePicture(name, await tab.inPopup(getScreenBox)),
    takePicture: display.takePicture,
    close,
  };
}

function getScreenBox({ screenX, screenY, innerWidth, innerHeight }: Window): Box {
  return { x: screenX, y: screenY, width: innerWidth, height: innerHeight };
}

function findPage(context: BrowserContext, url: string): Promise<Page> {
  return waitFor(`a tab with ${url}`, () => context.pages().find((page) => page.url().startsWith(url)));
}
