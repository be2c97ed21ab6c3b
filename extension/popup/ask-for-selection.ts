import { browser } from '../browser.ts';
import type { TakeSelectionMessage } from '../messages/take-selection-message.ts';

/** A page that is too busy to answer is not waited for. */
const patienceMs = 500;

/** What is selected in the page under the popup; empty when that is nothing, or can't be read. */
export async function askForSelection(): Promise<string> {
  const answer: Promise<unknown> = browser.runtime.sendMessage({
    type: 'take-selection',
  } satisfies TakeSelectionMessage);
  const tooLate = new Promise((resolve) => setTimeout(resolve, patienceMs));
  const text = await Promise.race([answer, tooLate]);
  return typeof text === 'string' ? text : '';
}
