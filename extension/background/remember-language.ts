import type { RememberMessage } from '../messages/view-message.ts';
import { addRecentLanguage } from '../settings/recent-languages.ts';
import { loadSettings, saveSettings } from '../settings/settings.ts';

/** Keeps a language that the reader chose: as the one to translate into, or as the one for what is in that already. */
export async function rememberLanguage({ target, isSecond = false }: RememberMessage): Promise<void> {
  const settings = await loadSettings();
  const recentLanguages = addRecentLanguage(settings.recentLanguages, target);
  // Chosen for a text that is in the first language, or was taken for it: that one is no second language.
  const isKnown = isSecond && target === settings.target;
  const chosen = isSecond ? { secondTarget: target } : { target };
  await saveSettings({ ...(!isKnown && chosen), recentLanguages });
}
