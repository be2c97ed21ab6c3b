import { browser } from '../browser.ts';
import type { LanguagePair, ViewState } from '../view/view-state.ts';
import type { TextBox } from './decide-taking.ts';

/** What a popup leaves to the next one: a click beside it closes it, the one on the pairing page too. */
export interface PopupMemory {
  box: TextBox;
  /** The languages, where the reader chose both. */
  pair: LanguagePair | undefined;
  /** The translation that is to go on. */
  attempt: ViewState | undefined;
}

const emptyBox: TextBox = { draft: '', taken: '', earlier: '' };

/** What is stored can't be undefined. */
interface Stored {
  draft?: string;
  taken?: string;
  earlier?: string;
  pair?: LanguagePair | null;
  attempt?: ViewState | null;
}

/** Asked once, at the beginning: a popup that closes has no time to wait for an answer. */
const isPrivate = browser.windows.getCurrent().then(({ incognito }) => incognito);

/** Kept until the browser ends, never on disk; of private windows nothing is, and they are told nothing of others. */
export async function loadMemory(): Promise<PopupMemory> {
  if (await isPrivate) return { box: emptyBox, pair: undefined, attempt: undefined };
  const stored = await browser.storage.session.get(['draft', 'taken', 'earlier', 'pair', 'attempt']);
  const { draft = '', taken = '', earlier = '', pair, attempt } = stored as Stored;
  return { box: { draft, taken, earlier }, pair: pair ?? undefined, attempt: attempt ?? undefined };
}

/** Keeps the text box, or what has changed of it. */
export async function saveBox(changed: Partial<TextBox>): Promise<void> {
  if (!(await isPrivate)) await browser.storage.session.set(changed);
}

/** Keeps the languages, or that they are the settings'. */
export async function savePair(pair: LanguagePair | undefined): Promise<void> {
  if (!(await isPrivate)) await browser.storage.session.set({ pair: pair ?? null });
}

/** Keeps the translation that is to go on, or that there is none. */
export async function saveAttempt(attempt: ViewState | undefined): Promise<void> {
  if (!(await isPrivate)) await browser.storage.session.set({ attempt: attempt ?? null });
}
