import { say } from '../../shared/say.ts';
import { browser } from '../browser.ts';

/**
 * Puts the one item into the menu. One for all, as browsers move several of an extension into a submenu, a click further away; and none for a
 * page on which nothing was clicked, because nothing translates whole pages. Menus outlive the worker and updates: without removing first there
 * would be two.
 */
export async function createMenu(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: 'translate-selection',
    title: say('translate'),
    contexts: ['selection', 'editable', 'link'],
  });
}
