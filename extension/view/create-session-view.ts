import type { ActionName } from '../../shared/describe-obstacle.ts';
import { requestServerPermission } from '../settings/server-permission.ts';
import { TranslationSession } from './translation-session.ts';
import { TranslationView } from './translation-view.ts';
import { emptyView } from './view-state.ts';

/** A session, and the view that shows it. */
export interface SessionView {
  session: TranslationSession;
  view: TranslationView;
}

/** For the pages of the extension itself, which may do all that a view's buttons offer. `name`: of the view; see view-name.ts. */
export function createSessionView(name: string): SessionView {
  const view = new TranslationView({
    onTarget: (tag) => {
      session.chooseTarget(tag);
    },
    onStop: () => {
      session.stop();
    },
    onAction: (action) => {
      runAction(session, action);
    },
  });
  view.update(emptyView);
  const session = new TranslationSession(name, (state) => {
    view.update(state);
  });
  return { session, view };
}

function runAction(session: TranslationSession, action: ActionName): void {
  switch (action) {
    case 'retry':
      session.retry();
      break;
    case 'allow':
      // What waits for the permission goes on by itself.
      void requestServerPermission();
      break;
    case 'pair':
    case 'options':
      session.openPage(action);
      break;
    case 'reload':
      location.reload();
  }
}
