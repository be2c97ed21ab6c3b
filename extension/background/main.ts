import { words } from '../../shared/words.ts';
import { browser } from '../browser.ts';
import { readAgain } from './read-again.ts';
import { serveView } from './serve-view.ts';
import { translateSelection } from './translate-selection.ts';
import { welcomeReader } from './welcome-reader.ts';

// A worker that was woken by an event gets it only if the listener is there by the end of the first turn: no await in this file.

browser.runtime.onInstalled.addListener((details) => {
  void createMenu();
  void welcomeReader(details);
});

browser.contextMenus.onClicked.addListener((info, tab) => {
  if (tab) void translateSelection(info, tab);
});

browser.commands.onCommand.addListener((_command, tab) => {
  if (tab) void translateSelection({ byKeyboard: true }, tab);
});

browser.runtime.onConnect.addListener(serveView);

browser.runtime.onMessage.addListener((message: unknown) => {
  void readAgain(message);
  return undefined;
});

/** Menus outlive the worker and updates: without removing first there would be two. */
async function createMenu(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: 'translate-selection',
    title: words.translateSelection,
    contexts: ['selection'],
  });
}
