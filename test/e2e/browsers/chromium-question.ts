import type { Display } from './display.ts';
import { waitFor } from './wait-for.ts';

/** Where the question of a small window has its button "Allow" on the display. */
const allowButton = { x: 809, y: 193 };

/** Against hasty hands, the question takes a click only this long after it has opened, and after the click before. */
const patienceMs = 1000;

/**
 * Says yes to Chromium's own question whether the extension may have a permission. No debugger sees it, and it is no window of its own: where it
 * isn't there yet, the click goes to the page behind, which has nothing there.
 */
export async function answerQuestion(display: Display, isAllowed: () => Promise<boolean>): Promise<void> {
  const answer = async () => {
    await display.clickMouse(allowButton, 'left');
    return waitFor('the permission', isAllowed, patienceMs);
  };
  await waitFor('the answer to be taken', answer);
}
