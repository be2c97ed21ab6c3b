import { expect, test } from 'vitest';
import { installFakeBrowser } from '../fake-browser.ts';

installFakeBrowser();
const { browser } = await import('../../../extension/browser.ts');
const { createMenu } = await import('../../../extension/background/create-menu.ts');

/** What is in the browser's menu; it keeps that over updates. */
let items: unknown[] = [];
Object.assign(browser, {
  contextMenus: {
    create: ({ id }: { id: string }) => items.push(id),
    removeAll: () => Promise.resolve((items = [])),
  },
});

test('however often the extension is installed or updated, it has one item in the menu', async () => {
  await createMenu();
  await createMenu();
  expect(items).toEqual(['translate-selection']);
});
