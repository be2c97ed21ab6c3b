import { say } from '../../shared/say.ts';
import { createElement } from '../view/create-element.ts';
import { createIconButton } from '../view/create-icon.ts';

type Control = HTMLInputElement | HTMLSelectElement;

/** The controls of a row, one a column, and how they are read. */
export interface RowControls<Row> {
  controls: Control[];
  read: () => Row;
}

/** What a row tells its table. */
export interface RowListener {
  onInput: () => void;
  /** Its reader is done with a control. */
  onChange: () => void;
  onDelete: () => void;
  /** Enter was pressed in the last control for text. */
  onEnd: () => void;
}

/** A row of a table of settings: controls to type in, a button that deletes it, and what is wrong with it. */
export class TableRow<Row> {
  readonly element: HTMLTableRowElement;
  readonly #controls: RowControls<Row>;
  readonly #remove = createIconButton('close', '');
  readonly #note = createElement('p', { className: 'note' });

  /** `labels`: the names of the columns. */
  constructor(controls: RowControls<Row>, labels: readonly string[], listener: RowListener) {
    this.#controls = controls;
    this.#note.id = `row-${crypto.randomUUID()}`;
    this.#remove.dataset['action'] = 'delete';
    this.#remove.addEventListener('click', listener.onDelete);
    const cells = controls.controls.map((control, index) => {
      control.ariaLabel = labels[index] ?? '';
      control.setAttribute('aria-describedby', this.#note.id);
      return createElement('td', {}, control, ...(index === 0 ? [this.#note] : []));
    });
    this.element = createElement('tr', {}, ...cells, createElement('td', {}, this.#remove));
    this.element.addEventListener('input', listener.onInput);
    this.element.addEventListener('change', listener.onChange);
    this.element.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.isComposing || !(event.target instanceof HTMLInputElement)) return;
      event.preventDefault();
      this.#goOnFrom(event.target, listener.onEnd);
    });
    this.nameButton();
  }

  read(): Row {
    return this.#controls.read();
  }

  focus(): void {
    this.#controls.controls[0]?.focus();
  }

  /** Says what is wrong, or nothing. */
  showFault(fault = ''): void {
    this.#note.textContent = fault;
    this.#controls.controls[0]?.setAttribute('aria-invalid', String(fault !== ''));
  }

  /** So that each button says which row it deletes. */
  nameButton(): void {
    const name = this.#controls.controls[0]?.value.trim();
    const label = say('deleteRow', name === '' || name === undefined ? say('emptyRow') : name);
    this.#remove.title = label;
    this.#remove.ariaLabel = label;
  }

  #goOnFrom(control: HTMLInputElement, onEnd: () => void): void {
    const { controls } = this.#controls;
    const next = controls[controls.indexOf(control) + 1];
    if (next instanceof HTMLInputElement) next.focus();
    else onEnd();
  }
}
