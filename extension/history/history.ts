import '../use-messages.ts';
import { say } from '../../shared/say.ts';
import { browser } from '../browser.ts';
import { loadSettings } from '../settings/settings.ts';
import { createElement } from '../view/create-element.ts';
import { createKeepSwitch } from './create-keep-switch.ts';
import { isHistoryKey } from './history-store.ts';
import { HistoryView } from './history-view.ts';
import { startPage } from '../view/start-page.ts';

startPage(`${say('history')} · Dragoman`);
const view = new HistoryView();
const title = createElement('h1', {}, say('history'));
document.body.append(createElement('main', {}, title, createKeepSwitch(await loadSettings()), view.element));

browser.storage.local.onChanged.addListener((changes) => {
  if (Object.keys(changes).some(isHistoryKey)) void view.load();
});
await view.load();
