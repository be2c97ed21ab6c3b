import { say, type MessageName } from '../../shared/say.ts';

/** Puts the words of the user interface into the elements that name a message in `data-word`. */
export function fillWords(): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-word]')) {
    element.textContent = say(element.dataset['word'] as MessageName);
  }
}
