import { words } from '../../shared/words.ts';
import { followAppearance } from '../appearance/follow-appearance.ts';
import { browser } from '../browser.ts';
import { getPanelName } from '../messages/view-name.ts';
import { createElement } from '../view/create-element.ts';
import { createSessionView } from '../view/create-session-view.ts';
import { isJobWaiting } from './is-job-waiting.ts';

// The same page is Chromium's side panel, Firefox's sidebar, and a small window of its own.

followAppearance(document.documentElement);
const { id = browser.windows.WINDOW_ID_NONE } = await browser.windows.getCurrent();
const name = getPanelName(id);
const { session, view } = createSessionView(name);

browser.runtime.onMessage.addListener((message: unknown) => {
  if (isJobWaiting(message, name)) session.reconnect();
  return undefined;
});

document.body.append(view.element, createElement('p', { className: 'hint' }, words.panelHint));
