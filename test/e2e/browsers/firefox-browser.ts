import { z } from 'zod';

import type { BidiConnection } from '../../../scripts/browser/bidi-connection.ts';
import { createExtensionTab } from './extension-tab.ts';
import { createFirefoxPage } from './firefox-page.ts';
import { createFirefoxWindow } from './firefox-window.ts';
import type { TestBrowser } from './test-browser.ts';
import { waitFor } from './wait-for.ts';
import { welcomePage } from './welcome-page.ts';

interface FirefoxParts {
  connection: BidiConnection;
  extensionOrigin: string;
  extensionId: string;
  close: () => Promise<void>;
  /** Whether the page for the first run comes, and is in the way. */
  closesWelcome: boolean;
}

const tree = z.object({ contexts: z.array(z.object({ context: z.string(), url: z.string() })) });
const created = z.object({ context: z.string() });

export async function createFirefox(parts: FirefoxParts): Promise<TestBrowser> {
  const { connection, extensionOrigin, extensionId, close } = parts;
  const listContexts = async (scope: object) =>
    tree.parse(await connection.send('browsingContext.getTree', scope)).contexts;
  const openTab = async (url: string, background: boolean) => {
    const { context } = created.parse(
      await connection.send('browsingContext.create', { type: 'tab', background }),
    );
    await connection.send('browsingContext.navigate', { context, url, wait: 'complete' });
    return context;
  };
  const [windowContext] = await listContexts({ 'moz:scope': 'chrome' });
  const window = createFirefoxWindow((expression) =>
    connection.evaluate(windowContext?.context ?? '', expression),
  );
  const tab = createExtensionTab(extensionOrigin, async (url) => {
    const context = await openTab(url, true);
    return {
      evaluateExpression: (expression) => connection.evaluate(context, expression),
      isOpen: async () => (await listContexts({})).some((open) => open.context === context),
    };
  });
  const findTab = async (url: string) => {
    const find = async () => (await listContexts({})).find((open) => open.url.startsWith(url));
    return (await waitFor(`a tab with ${url}`, find)).context;
  };
  if (parts.closesWelcome) {
    const context = await findTab(`${extensionOrigin}/${welcomePage}`);
    await connection.send('browsingContext.close', { context });
  }
  const showPage = async (context: string) => {
    const page = createFirefoxPage(context, { connection, window, waitForMenuItem: tab.waitForMenuItem });
    await page.bringToFront();
    return page;
  };
  return {
    ...tab,
    name: 'firefox',
    extensionOrigin,
    openPage: async (url) => showPage(await openTab(url, false)),
    waitForPage: async (url) => {
      const context = await findTab(url);
      await waitFor('that tab to load', () =>
        connection.evaluate(context, "document.readyState === 'complete'"),
      );
      return showPage(context);
    },
    typeInPopup: async (text) => {
      // A new window may still be taking the focus for itself.
      await waitFor('the popup to have the focus', async () => {
        await window.focusPopup();
        return tab.inPopup(({ document }) => document.hasFocus());
      });
      for (const character of text) await window.pressKeys(character);
    },
    pressKeyInPopup: window.pressKeys,
    reloadExtension: async () => {
      await tab.inExtension((api) => {
        // Its own answer must not be lost with it.
        setTimeout(() => {
          api.runtime.reload();
        });
      });
      await waitFor('the old extension to go', async () => !(await tab.isOpen()));
      await tab.waitForMenuItem('translate-selection');
    },
    inBackground: tab.inBackgroundPage,
    killBackground: () => window.killBackground(extensionId),
    setLook: window.setLook,
    takePopupPicture: window.takePopupPicture,
    takePicture: window.takePicture,
    close,
  };
}
