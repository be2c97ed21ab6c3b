import { say } from '../../shared/say.ts';
import { createElement } from './create-element.ts';

/** A setting that is on or off. */
export interface SwitchOptions {
  id: string;
  label: string;
  /** What it does and needs. */
  advice: string;
  isOn: boolean;
  /** Asks for the permission without which it can't be on; called first in the click, as the browsers want. Left out: it needs none. */
  requestPermission?: () => Promise<boolean>;
  /** Returns whether it was kept: what a newer version of the extension has written can't be changed. */
  onSave: (isOn: boolean) => Promise<boolean>;
}

/** A switch that asks for its permission, if it needs one, when it is switched on, and goes back where that is not given. */
export function createSwitch(options: SwitchOptions): HTMLElement {
  const { id, label, advice, isOn, requestPermission, onSave } = options;
  const note = createElement('p', { className: 'note', id: `${id}-note`, role: 'status' }, advice);
  const control = createElement('input', { id, type: 'checkbox', checked: isOn });
  control.setAttribute('aria-describedby', note.id);

  const change = async (): Promise<void> => {
    const isWanted = control.checked;
    const isAllowed = !isWanted || !requestPermission || (await requestPermission());
    const isKept = isAllowed && (await onSave(isWanted));
    if (!isKept) control.checked = !isWanted;
    note.textContent = getNote(isAllowed, isKept) ?? advice;
  };
  control.addEventListener('click', () => {
    void change();
  });
  return createElement(
    'div',
    { className: 'switch' },
    control,
    createElement('label', { htmlFor: id }, label),
    note,
  );
}

function getNote(isAllowed: boolean, isKept: boolean): string | undefined {
  if (!isAllowed) return say('notAllowed');
  return isKept ? undefined : say('savedByNewer');
}
