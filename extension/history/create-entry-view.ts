import { say } from '../../shared/say.ts';
import { nameLanguage } from '../messages/list-language-choices.ts';
import { createElement } from '../view/create-element.ts';
import { createIconButton } from '../view/create-icon.ts';
import type { HistoryEntry } from './history-entry.ts';

/** One translation: both texts, when it was, and the button that deletes it. */
export function createEntryView(entry: HistoryEntry, onRemove: () => void): HTMLElement {
  const { at, source, target, text, translation } = entry;
  const remove = createIconButton('close', say('remove'));
  remove.dataset['action'] = 'remove';
  remove.addEventListener('click', onRemove);
  const when = createElement('time', { dateTime: new Date(at).toISOString() }, new Date(at).toLocaleString());
  const pair = say('languagePair', nameLanguage(source), nameLanguage(target));
  return createElement(
    'li',
    { className: 'entry' },
    createElement('p', { className: 'entry-text', lang: source, dir: 'auto' }, text),
    createElement('p', { className: 'entry-translation', lang: target, dir: 'auto' }, translation),
    createElement('div', { className: 'entry-facts' }, createElement('span', {}, pair), when, remove),
  );
}
