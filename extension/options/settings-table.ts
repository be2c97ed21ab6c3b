import { say } from '../../shared/say.ts';
import { createElement } from '../view/create-element.ts';
import { createPlainButton } from '../view/create-plain-button.ts';
import { TableRow, type RowControls } from './table-row.ts';

/** How many rows are shown at first, and more each time that more are wanted: a glossary may have thousands. */
const pageRows = 100;

/** What a table of settings is made of. */
export interface SettingsTableOptions<Row> {
  /** Of the heading that names it. */
  labelledBy: string;
  columns: readonly string[];
  addLabel: string;
  createRow: () => Row;
  createControls: (row: Row) => RowControls<Row>;
  /** What is wrong with each row, in their order. Pure. */
  findFaults: (rows: readonly Row[]) => (string | undefined)[];
  /** Keeps the rows and resolves to what is said then. */
  save: (rows: readonly Row[]) => Promise<string>;
}

interface Entry<Row> {
  row: Row;
  view?: TableRow<Row>;
}

/** A table of settings that keeps what is typed at once. Rows are added at its top, and what was deleted can be brought back. */
export class SettingsTable<Row> {
  readonly element: HTMLElement;
  readonly #options: SettingsTableOptions<Row>;
  readonly #body = createElement('tbody');
  readonly #table: HTMLTableElement;
  readonly #said = createElement('span', { className: 'saved', role: 'status' });
  readonly #undo = createPlainButton('undo', say('undoDelete'));
  readonly #more = createPlainButton('more', say('showMore'));
  #entries: Entry<Row>[] = [];
  #deleted: { entry: Entry<Row>; index: number } | undefined;
  #shown = pageRows;
  #saves = 0;

  constructor(options: SettingsTableOptions<Row>) {
    this.#options = options;
    const add = createPlainButton('add', options.addLabel);
    const heads = options.columns.map((column) => createElement('th', { scope: 'col' }, column));
    const head = createElement('thead', {}, createElement('tr', {}, ...heads, createElement('td')));
    this.#table = createElement('table', {}, head, this.#body);
    this.#table.setAttribute('aria-labelledby', options.labelledBy);
    add.addEventListener('click', () => {
      this.#add();
    });
    this.#undo.addEventListener('click', () => {
      this.#restore();
    });
    this.#more.addEventListener('click', () => {
      this.#showMore();
    });
    this.#undo.hidden = true;
    const tools = createElement('div', { className: 'tools' }, add, this.#said, this.#undo);
    this.element = createElement('div', { className: 'settings-table' }, tools, this.#table, this.#more);
  }

  get rows(): Row[] {
    return this.#entries.map(({ row }) => row);
  }

  /** Shows other rows in place of what is there. */
  setRows(rows: readonly Row[]): void {
    this.#entries = rows.map((row) => ({ row }));
    this.#show();
  }

  say(sentence: string): void {
    this.#said.textContent = sentence;
  }

  #show(): void {
    const shown = this.#entries.slice(0, this.#shown);
    this.#body.replaceChildren(...shown.map((entry) => this.#getView(entry).element));
    this.#table.hidden = this.#entries.length === 0;
    this.#more.hidden = this.#entries.length <= this.#shown;
    this.#showFaults();
  }

  #getView(entry: Entry<Row>): TableRow<Row> {
    entry.view ??= new TableRow(this.#options.createControls(entry.row), this.#options.columns, {
      onInput: () => {
        entry.row = this.#getView(entry).read();
        void this.#save();
      },
      onChange: () => {
        this.#getView(entry).nameButton();
        this.#showFaults();
      },
      onDelete: () => {
        this.#delete(entry);
      },
      onEnd: () => {
        this.#add();
      },
    });
    return entry.view;
  }

  #showFaults(): void {
    const faults = this.#options.findFaults(this.rows);
    for (const [index, { view }] of this.#entries.entries()) view?.showFault(faults[index]);
  }

  #add(): void {
    const entry: Entry<Row> = { row: this.#options.createRow() };
    this.#entries.unshift(entry);
    this.#show();
    this.#getView(entry).focus();
  }

  #delete(entry: Entry<Row>): void {
    this.#deleted = { entry, index: this.#entries.indexOf(entry) };
    this.#entries = this.#entries.filter((one) => one !== entry);
    this.#show();
    this.#undo.hidden = false;
    // The button that had it is gone.
    this.#undo.focus();
    void this.#save(say('rowDeleted'));
  }

  #restore(): void {
    if (!this.#deleted) return;
    const { entry, index } = this.#deleted;
    this.#deleted = undefined;
    this.#entries.splice(index, 0, entry);
    this.#show();
    this.#getView(entry).focus();
    this.#undo.hidden = true;
    void this.#save();
  }

  #showMore(): void {
    const first = this.#entries[this.#shown];
    this.#shown += pageRows;
    this.#show();
    if (first) this.#getView(first).focus();
  }

  /** `done`: what is said in place of the usual when it went well. */
  async #save(done?: string): Promise<void> {
    this.#saves += 1;
    const save = this.#saves;
    this.say('');
    const sentence = await this.#options.save(this.rows);
    // What was typed meanwhile is another save, and says for itself how it went.
    if (save === this.#saves) this.say(done !== undefined && sentence === say('saved') ? done : sentence);
  }
}
