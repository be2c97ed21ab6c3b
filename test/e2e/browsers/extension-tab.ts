import type { TestBrowser } from './test-browser.ts';
import { waitFor } from './wait-for.ts';
import { readAnswer, writeCall } from './write-call.ts';

/** A file of every extension that runs none of its code, yet has the APIs, for it is of the extension's origin. */
const quietFile = 'manifest.json';

/** Evaluates an expression in some page and waits for its promise; the answer is a string or nothing. */
export interface Evaluator {
  evaluateExpression: (expression: string) => Promise<unknown>;
  /** False once its tab is closed, as an extension's tabs are when it is reloaded. */
  isOpen: () => Promise<boolean>;
}

export interface ExtensionTab extends Pick<
  TestBrowser,
  'inExtension' | 'inPopup' | 'openPopup' | 'closePopup'
> {
  /** Runs with the globals of the background, where that is a page; wakes it. */
  inBackgroundPage: TestBrowser['inBackground'];
  /** A menu item is made by the background after the browser has told it of its installation: some time after the start. */
  waitForMenuItem: (id: string) => Promise<void>;
  /** False from when the extension is loaded anew until something is asked of it. */
  isOpen: () => Promise<boolean>;
}

/** Reaches what the extension can reach, the popup's window too, from a background tab. */
export function createExtensionTab(
  extensionOrigin: string,
  open: (url: string) => Promise<Evaluator>,
): ExtensionTab {
  let current: Evaluator | undefined;
  const evaluate = async (expression: string) => {
    if (!(await current?.isOpen())) current = await open(`${extensionOrigin}/${quietFile}`);
    return readAnswer(await current?.evaluateExpression(expression));
  };
  const api = 'globalThis.browser ?? chrome';
  const popup = `(${api}).extension.getViews({ type: 'popup' })[0]`;
  const background = `(${api}).extension.getBackgroundPage()`;
  const tab: ExtensionTab = {
    inExtension: async (run, argument) =>
      (await evaluate(writeCall(run, argument, api))) as Awaited<ReturnType<typeof run>>,
    inPopup: async (run, argument) =>
      (await evaluate(writeCall(run, argument, popup))) as Awaited<ReturnType<typeof run>>,
    isOpen: async () => (await current?.isOpen()) ?? false,
    inBackgroundPage: async (run, argument) => {
      await tab.inExtension(async (extension) => {
        await extension.runtime.getBackgroundPage();
      });
      return (await evaluate(writeCall(run, argument, background))) as Awaited<ReturnType<typeof run>>;
    },
    openPopup: async () => {
      await tab.inExtension((extension) => extension.action.openPopup());
      await waitFor('the popup', () => tab.inPopup(({ document }) => document.readyState === 'complete'));
      await tab.inPopup(waitUntilDrawn);
    },
    closePopup: async () => {
      await tab.inPopup((popup) => {
        popup.close();
      });
      await waitFor('the popup to close', () =>
        tab.inExtension((extension) => extension.extension.getViews({ type: 'popup' }).length === 0),
      );
    },
    waitForMenuItem: async (id) => {
      const find = () =>
        tab.inExtension(async (extension, item) => {
          // There is no way to ask for an item; changing nothing in one that doesn't exist is an error.
          await extension.contextMenus.update(item, {});
          return true;
        }, id);
      await waitFor(`the extension to make its menu item "${id}"`, find);
    },
  };
  return tab;
}

/** The frame that is begun after one was drawn. */
function waitUntilDrawn(view: Window): Promise<void> {
  return new Promise((resolve) => {
    view.requestAnimationFrame(() => {
      view.requestAnimationFrame(() => {
        resolve();
      });
    });
  });
}
