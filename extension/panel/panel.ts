import '../use-messages.ts';
import { say } from '../../shared/say.ts';
import { browser } from '../browser.ts';
import { getPanelName } from '../messages/view-name.ts';
import { createElement } from '../view/create-element.ts';
import { createSessionView } from '../view/create-session-view.ts';
import { isJobWaiting } from './is-job-waiting.ts';
import { showMain } from '../view/show-main.ts';
import { startPage } from '../view/start-page.ts';

// The same page is Chromium's side panel, Firefox's sidebar, and a small window of its own.

startPage('Dragoman');
const { id = browser.windows.WINDOW_ID_NONE } = await browser.windows.getCurrent();
const name = getPanelName(id);
const { session, view } = createSessionView(name, { isAway: true });

browser.runtime.onMessage.addListener((message: unknown) => {
  if (isJobWaiting(message, name)) session.reconnect();
  return undefined;
});

showMain(view.element, createElement('p', { className: 'hint' }, say('panelHint')));
