import type { ActionName } from '../../shared/describe-obstacle.ts';
import { followAppearance } from '../appearance/follow-appearance.ts';
import { browser } from '../browser.ts';
import type { ServerStatus } from '../messages/background-message.ts';
import { openPairingPage } from '../settings/open-pairing-page.ts';
import { requestServerPermission } from '../settings/server-permission.ts';
import { describeSetup } from './describe-setup.ts';
import { SetupView } from './setup-view.ts';
import { SetupWatch } from './setup-watch.ts';
import { TrialView } from './trial-view.ts';

// Opens by itself when the extension is new, and later from the options.

followAppearance(document.documentElement);
let status: ServerStatus | undefined;
let isTranslated = false;
const trial = new TrialView(() => {
  isTranslated = true;
  show();
});
const view = new SetupView(trial.element, (action) => void act(action));
const watch = new SetupWatch((answer) => {
  status = answer;
  show();
  if (status.kind !== 'ready') return;
  watch.stop();
  void trial.begin();
});

document.addEventListener('visibilitychange', watchWhileVisible);
document.body.append(view.element);
show();
watchWhileVisible();

/** Only as long as something is missing, and the reader may see it. */
function watchWhileVisible(): void {
  if (document.visibilityState === 'visible' && status?.kind !== 'ready') watch.start();
  else watch.stop();
}

function show(): void {
  view.update(describeSetup(status, isTranslated), status?.kind === 'ready' ? undefined : status);
}

async function act(action: ActionName): Promise<void> {
  // First of all: after any `await` the browser would not ask.
  if (action === 'allow') await requestServerPermission();
  if (action === 'reload') location.reload();
  if (action === 'options') await browser.runtime.openOptionsPage();
  if (action === 'pair') await openPairingPage();
  watchWhileVisible();
}
