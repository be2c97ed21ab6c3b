import { historyWords } from '../../shared/words.ts';
import { saveSettings } from '../settings/settings.ts';
import type { Settings } from '../settings/settings-schema.ts';
import { createElement } from '../view/create-element.ts';

/** Whether the last translations are kept, and what that means. */
export function createKeepSwitch({ keepHistory }: Settings): HTMLElement {
  const control = createElement('input', { id: 'keep-history', type: 'checkbox', checked: keepHistory });
  const note = createElement('p', { className: 'note', id: 'keep-history-note' }, historyWords.keepAdvice);
  control.setAttribute('aria-describedby', note.id);
  control.addEventListener('change', () => {
    void saveSettings({ keepHistory: control.checked }).then((isKept) => {
      if (!isKept) control.checked = keepHistory;
    });
  });
  const label = createElement('label', { className: 'switch' }, control, historyWords.keep);
  return createElement('div', { className: 'field' }, label, note);
}
