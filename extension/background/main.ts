import '../use-messages.ts';
import type { Runtime } from 'webextension-polyfill';
import { browser } from '../browser.ts';
import { isTakeSelection } from '../messages/take-selection-message.ts';
import { createMenu } from './create-menu.ts';
import { readAgain } from './read-again.ts';
import { forgetWatcher, registerWatcher } from './register-watcher.ts';
import { serveView } from './serve-view.ts';
import { takeSelection } from './take-selection.ts';
import { translateSelected } from './translate-selected.ts';
import { translateSelection } from './translate-selection.ts';
import { welcomeReader } from './welcome-reader.ts';

// A worker that was woken by an event gets it only if the listener is there by the end of the first turn: no await in this file.

browser.runtime.onInstalled.addListener((details) => {
  void createMenu();
  void welcomeReader(details);
  void registerWatcher();
});

browser.runtime.onStartup.addListener(() => {
  void registerWatcher();
});

browser.storage.local.onChanged.addListener((changed) => {
  if ('iconAtSelection' in changed || 'translateAtOnce' in changed) void registerWatcher();
});

browser.permissions.onAdded.addListener(() => {
  void registerWatcher();
});

browser.permissions.onRemoved.addListener(() => {
  void forgetWatcher();
});

browser.contextMenus.onClicked.addListener((info, tab) => {
  if (tab) void translateSelection(info, tab);
});

browser.commands.onCommand.addListener((_command, tab) => {
  if (tab) void translateSelection({ byKeyboard: true }, tab);
});

browser.runtime.onConnect.addListener(serveView);

browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
  // No script in a page asks for it: that has a tab.
  if (isTakeSelection(message) && !sender.tab) return takeSelection();
  void readAgain(message);
  void translateSelected(message, sender);
  return undefined;
});
