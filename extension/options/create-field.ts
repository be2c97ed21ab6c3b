import { createElement } from '../view/create-element.ts';
import { describeSave } from './describe-save.ts';

/** One setting. */
export interface FieldOptions {
  label: string;
  /** What may stand in it. */
  advice?: string;
  /** Has an id, which names the parts around it. */
  control: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
  /** What stands in it at first. */
  value: string;
  /** What to keep of what was written; undefined: it can't be kept. Without it everything can. */
  parse?: (written: string) => string | undefined;
  /** The sentence for what can't be kept. */
  error?: string;
  /** Returns whether it was kept: what a newer version of the extension has written can't be changed. */
  onSave: (value: string) => Promise<boolean>;
}

/** A field that keeps what is typed at once, says so, and complains only when its reader is done with it. */
export function createField(options: FieldOptions): HTMLElement {
  const { label, advice = '', control, value, parse = keepAll, error = '', onSave } = options;
  const saved = createElement('span', { className: 'saved', role: 'status' });
  const note = createElement('p', { className: 'note', id: `${control.id}-note` }, advice);
  control.setAttribute('aria-describedby', note.id);
  control.value = value;

  const setValid = (isValid: boolean): void => {
    control.setAttribute('aria-invalid', String(!isValid));
    note.textContent = isValid ? advice : error;
  };
  control.addEventListener('input', () => {
    const parsed = parse(control.value);
    saved.textContent = '';
    if (parsed === undefined) return;
    setValid(true);
    void describeSave(() => onSave(parsed)).then((sentence) => {
      saved.textContent = sentence;
    });
  });
  control.addEventListener('change', () => {
    const parsed = parse(control.value);
    setValid(parsed !== undefined);
    control.value = parsed ?? control.value;
  });

  const name = createElement('label', { htmlFor: control.id }, label);
  return createElement(
    'div',
    { className: 'field' },
    createElement('div', { className: 'field-name' }, name, saved),
    control,
    note,
  );
}

function keepAll(written: string): string {
  return written;
}
