import { browser } from '../browser.ts';

/**
 * What was typed into the popup, until the browser ends: a click beside the popup closes it, and so does allowing or pairing. Never on
 * disk.
 */
export async function loadDraft(): Promise<string> {
  const { draft = '' } = (await browser.storage.session.get('draft')) as { draft?: string };
  return draft;
}

export async function keepDraft(draft: string): Promise<void> {
  await browser.storage.session.set({ draft });
}
