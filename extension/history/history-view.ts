import { say } from '../../shared/say.ts';
import { createElement } from '../view/create-element.ts';
import { createPlainButton } from '../view/create-plain-button.ts';
import { createEntryView } from './create-entry-view.ts';
import { createExportButtons } from './create-export-buttons.ts';
import type { HistoryEntry } from './history-entry.ts';
import { loadHistory, removeFromHistory, restoreHistory } from './history-store.ts';
import { searchHistory } from './search-history.ts';

/** The last translations: to search, and to delete, which can be undone. */
export class HistoryView {
  readonly element: HTMLElement;
  readonly #search = createElement('input', {
    type: 'search',
    ariaLabel: say('searchHistory'),
    placeholder: say('searchHistory'),
  });
  readonly #clear = createPlainButton('clear', say('clearHistory'));
  readonly #said = createElement('span', { role: 'status' });
  readonly #undo = createPlainButton('undo', say('undo'));
  readonly #list = createElement('ul', { className: 'entries' });
  #entries: readonly HistoryEntry[] = [];
  #removed: readonly HistoryEntry[] = [];

  constructor() {
    this.#undo.hidden = true;
    this.#search.addEventListener('input', () => {
      this.#show();
    });
    this.#clear.addEventListener('click', () => void this.#remove(this.#entries));
    this.#undo.addEventListener('click', () => void this.#restore());
    const tools = createElement('div', { className: 'tools' }, this.#search, this.#clear);
    const news = createElement('div', { className: 'tools' }, this.#said, this.#undo);
    const save = createExportButtons(() => this.#getFound());
    this.element = createElement('div', { className: 'view' }, tools, news, this.#list, save);
  }

  async load(): Promise<void> {
    this.#entries = await loadHistory();
    this.#show();
  }

  #show(): void {
    const found = this.#getFound();
    const items = found.map((entry) => createEntryView(entry, () => void this.#remove([entry])));
    this.#list.replaceChildren(...items);
    this.#clear.disabled = this.#entries.length === 0;
    if (this.#removed.length > 0 || found.length > 0) return;
    this.#say(this.#entries.length === 0 ? say('historyEmpty') : say('historyNotFound'));
  }

  #getFound(): HistoryEntry[] {
    return searchHistory(this.#entries, this.#search.value);
  }

  async #remove(entries: readonly HistoryEntry[]): Promise<void> {
    await removeFromHistory(entries.map(({ id }) => id));
    this.#removed = entries;
    this.#say(say('removed', entries.length));
    await this.load();
    // The button that had it is gone.
    this.#undo.focus();
  }

  async #restore(): Promise<void> {
    await restoreHistory(this.#removed);
    this.#removed = [];
    this.#say('');
    await this.load();
    this.#search.focus();
  }

  #say(sentence: string): void {
    this.#said.textContent = sentence;
    this.#undo.hidden = this.#removed.length === 0;
  }
}
