import type { TranslateMessage } from '../../../extension/messages/view-message.ts';
import type { ViewState } from '../../../extension/view/view-state.ts';
import { describeTranslation, type TranslationWords } from '../../../shared/describe-translation.ts';
import { installFakeBrowser, type FakePort } from '../fake-browser.ts';

export const browser = installFakeBrowser();
export const { TranslationSession } = await import('../../../extension/view/translation-session.ts');

export const hello = { type: 'hello', target: 'pt', languages: [], recent: [] };

/** A session, with all that its view was told. */
interface OpenSession {
  session: InstanceType<typeof TranslationSession>;
  /** Its line to the background. */
  port: FakePort;
  /** The newest last. */
  states: ViewState[];
  /** What is shown, in words. */
  getState: () => TranslationWords;
}

/** Opens one; its background has greeted. */
export function openSession(): OpenSession {
  const states: ViewState[] = [];
  const session = new TranslationSession('overlay', (state) => states.push(state));
  const port = getPort();
  port.onMessage.fire(hello);
  const getState = () => describeTranslation(states.at(-1) as ViewState);
  return { session, port, states, getState };
}

/** The newest line to the background. */
export function getPort(): FakePort {
  return browser.ports.at(-1) as FakePort;
}

/** What was asked last. */
export function getAttempt(port: FakePort): TranslateMessage {
  return port.posted.at(-1) as TranslateMessage;
}
