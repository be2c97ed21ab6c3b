import '../use-messages.ts';
import { say } from '../../shared/say.ts';
import { browser } from '../browser.ts';
import type { ReadAgainMessage } from '../messages/read-again-message.ts';
import { requestSitesPermission } from '../settings/sites-permission.ts';
import { createElement } from '../view/create-element.ts';
import { FailureView } from '../view/failure-view.ts';
import { showMain } from '../view/show-main.ts';
import { startPage } from '../view/start-page.ts';

// A small window: only a page of the extension may ask for a permission, and only in a click.

startPage('Dragoman');
const tabId = Number(new URLSearchParams(location.search).get('tab'));
const question = new FailureView(() => void allow());
question.update({ line: say('hiddenFrame'), advice: say('hiddenFrameAdvice'), action: 'allow' }, undefined);
showMain(createElement('div', { className: 'view' }, question.element));

async function allow(): Promise<void> {
  if (!(await requestSitesPermission())) return;
  await browser.runtime.sendMessage({ type: 'read-again', tabId } satisfies ReadAgainMessage);
  window.close();
}
