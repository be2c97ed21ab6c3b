import type { Display } from './display.ts';
import { waitFor } from './wait-for.ts';

/** Where the question has its button "Allow" on the display, by what asked: a small window or a tab. */
const allowButtons = { window: { x: 809, y: 193 }, tab: { x: 804, y: 256 } };

export type Asker = keyof typeof allowButtons;

/** Against hasty hands, the question takes a click only this long after it has opened, and after the click before. */
const patienceMs = 1000;

/** So many clicks in vain, and there is no question: a click that was too early has said no, or none was asked. */
const clicksInVain = 3;

/** How it is asked, and how its answer is known. */
interface Question {
  ask: () => Promise<void>;
  isAllowed: () => Promise<boolean>;
}

/**
 * Asks, and says yes to Chromium's own question whether the extension may have a permission. No debugger sees it, and it is no window of its own: where it
 * isn't there yet, the click goes to the page behind, which has nothing there.
 */
export async function answerQuestion(
  display: Display,
  asker: Asker,
  { ask, isAllowed }: Question,
): Promise<void> {
  let clicks = 0;
  const answer = async () => {
    if (clicks++ % clicksInVain === 0) await ask();
    await display.clickMouse(allowButtons[asker], 'left');
    return waitFor('the permission', isAllowed, patienceMs);
  };
  await waitFor('the answer to be taken', answer, 20_000);
}
