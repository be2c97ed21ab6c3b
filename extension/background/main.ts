import { browser } from '../browser.ts';
import { createMenu } from './create-menu.ts';
import { readAgain } from './read-again.ts';
import { serveView } from './serve-view.ts';
import { translateSelection } from './translate-selection.ts';

// A worker that was woken by an event gets it only if the listener is there by the end of the first turn: no await in this file.

browser.runtime.onInstalled.addListener(() => {
  void createMenu();
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
