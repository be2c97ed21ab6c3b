import type { ActionName } from '../../shared/describe-obstacle.ts';
import { requestServerPermission } from '../settings/server-permission.ts';
import { TranslationSession } from './translation-session.ts';
import { TranslationView } from './translation-view.ts';
import { emptyView, type ViewState } from './view-state.ts';

/** A session, and the view that shows it. */
export interface SessionView {
  session: TranslationSession;
  view: TranslationView;
}

/** What a page adds of its own. */
export interface SessionViewOptions {
  /** What to translate when the reader asks again; undefined: what was translated last. */
  getText?: () => string | undefined;
  /** Whether the view stands away from the source text, and so tells its language and shows it when asked. */
  isAway?: boolean;
  /** Is told of every new state. */
  onChange?: (state: ViewState) => void;
}

/** For the pages of the extension itself, which may do all that a view's buttons offer. `name`: of the view; see view-name.ts. */
export function createSessionView(
  name: string,
  { getText, isAway = false, onChange }: SessionViewOptions = {},
): SessionView {
  const view = new TranslationView({
    onTarget: (tag) => {
      session.chooseTarget(tag, getText?.());
    },
    onStop: () => {
      session.stop();
    },
    onAction: (action) => {
      if (action === 'retry') session.retry(getText?.());
      else if (action === 'go-on') session.goOn();
      else runAction(session, action);
    },
    ...(isAway && {
      onSource: (tag: string) => {
        session.chooseSource(tag);
      },
      onOriginal: (isShown: boolean) => {
        session.showOriginal(isShown);
      },
    }),
  });
  view.update(emptyView);
  const session = new TranslationSession(name, (state) => {
    view.update(state);
    onChange?.(state);
  });
  return { session, view };
}

/** Does what a button of a failure says. */
export function runAction(session: TranslationSession, action: Exclude<ActionName, 'retry' | 'go-on'>): void {
  switch (action) {
    case 'allow':
      // What waits for the permission goes on by itself.
      void requestServerPermission();
      break;
    case 'pair':
    case 'options':
    case 'setup':
      session.openPage(action);
      break;
    case 'reload':
      location.reload();
  }
}
