import { words } from '../../shared/words.ts';

/** Puts the words of the user interface into the elements that name one in `data-word`. */
export function fillWords(): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-word]')) {
    const name = element.dataset.word ?? '';
    const word: unknown = words[name as keyof typeof words];
    if (typeof word !== 'string') throw new Error(`There is no word called ${name}`);
    element.textContent = word;
  }
}
