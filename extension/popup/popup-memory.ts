import { browser } from '../browser.ts';

/** What a popup leaves to the next one: a click beside it closes it, the one on the pairing page too. */
export interface PopupMemory {
  /** What is in the text box. */
  draft: string;
  /** The text whose translation is asked for and not over; empty: none. */
  awaited: string;
}

/** Kept until the browser ends, never on disk. */
export async function loadMemory(): Promise<PopupMemory> {
  const { draft = '', awaited = '' } = (await browser.storage.session.get([
    'draft',
    'awaited',
  ])) as Partial<PopupMemory>;
  return { draft, awaited };
}

/** Keeps what changed. */
export async function saveMemory(changed: Partial<PopupMemory>): Promise<void> {
  await browser.storage.session.set(changed);
}
