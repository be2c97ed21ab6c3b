import { popupWords } from '../../shared/words.ts';
import { followAppearance } from '../appearance/follow-appearance.ts';
import { browser } from '../browser.ts';
import { loadSettings } from '../settings/settings.ts';
import { createElement } from '../view/create-element.ts';
import { createKeepSwitch } from './create-keep-switch.ts';
import { isHistoryKey } from './history-store.ts';
import { HistoryView } from './history-view.ts';

followAppearance(document.documentElement);
const view = new HistoryView();
const title = createElement('h1', {}, popupWords.history);
document.body.append(createElement('main', {}, title, createKeepSwitch(await loadSettings()), view.element));

browser.storage.local.onChanged.addListener((changes) => {
  if (Object.keys(changes).some(isHistoryKey)) void view.load();
});
await view.load();
