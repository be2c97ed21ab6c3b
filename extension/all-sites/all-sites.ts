import { words } from '../../shared/words.ts';
import { followAppearance } from '../appearance/follow-appearance.ts';
import { browser } from '../browser.ts';
import type { ReadAgainMessage } from '../messages/read-again-message.ts';
import { requestSitesPermission } from '../settings/sites-permission.ts';
import { createElement } from '../view/create-element.ts';
import { FailureView } from '../view/failure-view.ts';

// A small window: only a page of the extension may ask for a permission, and only in a click.

followAppearance(document.documentElement);
const tabId = Number(new URLSearchParams(location.search).get('tab'));
const question = new FailureView(() => void allow());
question.update({ line: words.hiddenFrame, advice: words.hiddenFrameAdvice, action: 'allow' }, undefined);
document.body.append(createElement('main', { className: 'view' }, question.element));

async function allow(): Promise<void> {
  if (!(await requestSitesPermission())) return;
  await browser.runtime.sendMessage({ type: 'read-again', tabId } satisfies ReadAgainMessage);
  window.close();
}
