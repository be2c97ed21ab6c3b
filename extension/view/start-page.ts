import { say } from '../../shared/say.ts';
import { followAppearance } from '../appearance/follow-appearance.ts';

/** Gives a page of the extension its title, and the language and direction of its words, which are the browser's only where we speak that, and the appearance that the reader chose. */
export function startPage(title: string): void {
  document.title = title;
  document.documentElement.lang = say('locale');
  document.documentElement.dir = say('direction');
  followAppearance(document.documentElement);
}
