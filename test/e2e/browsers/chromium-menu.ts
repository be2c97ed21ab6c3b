import type { Display } from './display.ts';
import type { ExtensionTab } from './extension-tab.ts';
import type { Point } from './test-browser.ts';
import { waitFor } from './wait-for.ts';

/** What the extension's tab keeps among its globals. */
type MenuWatch = typeof globalThis & { chosenMenuItems?: string[] };

/**
 * Chromium's native menu can be seen by no debugger: it is walked by keys. An extension's only item stands just before "Inspect",
 * the last one. Whether ours was hit is known from the browser, which tells the extension's tab as well as its background.
 */
export async function chooseNativeItem(
  display: Display,
  tab: ExtensionTab,
  item: { at: Point; id: string },
): Promise<void> {
  await tab.waitForMenuItem(item.id);
  await watchMenu(tab);
  const windowsBefore = await display.listWindows();
  await display.clickMouse(item.at, 'right');
  try {
    await waitFor('the context menu', async () =>
      (await display.listWindows()).some((window) => !windowsBefore.includes(window)),
    );
    await display.pressKeys('Up', 'Up', 'Return');
    await waitFor(
      `a click on "${item.id}"`,
      async () => (await readChosenItems(tab)).includes(item.id),
      5000,
    );
  } catch (error) {
    const picture = await display.takePicture(`chromium-menu-${item.id}`);
    await display.pressKeys('Escape');
    throw new Error(`The native menu's item "${item.id}" was not activated; see ${picture}`, {
      cause: error,
    });
  }
}

function watchMenu(tab: ExtensionTab): Promise<void> {
  return tab.inExtension((api) => {
    const page = globalThis as MenuWatch;
    if (!page.chosenMenuItems)
      api.contextMenus.onClicked.addListener((info) => page.chosenMenuItems?.push(String(info.menuItemId)));
    page.chosenMenuItems = [];
  });
}

function readChosenItems(tab: ExtensionTab): Promise<string[]> {
  return tab.inExtension(() => {
    const page = globalThis as MenuWatch;
    return page.chosenMenuItems ?? [];
  });
}
