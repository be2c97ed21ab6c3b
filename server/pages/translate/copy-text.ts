import { say } from '../../../shared/say.ts';

const copiedMs = 2000;

/** Copies the text of `output`, and says so on `button`. Where the browser does not let it, selects the text for the reader's own copying. */
export async function copyText(output: HTMLElement, button: HTMLButtonElement): Promise<void> {
  try {
    // Throws too where there is no clipboard: a page by plain HTTP from another machine has none.
    await navigator.clipboard.writeText(output.textContent);
  } catch {
    getSelection()?.selectAllChildren(output);
    return;
  }
  button.textContent = say('copied');
  setTimeout(() => {
    button.textContent = say('copy');
  }, copiedMs);
}
