/** How many there are; a picker's list stays short. */
export const maxRecentLanguages = 5;

/** The languages after one more was chosen: it comes first, and once. Pure. */
export function addRecentLanguage(recent: readonly string[], tag: string): string[] {
  return [tag, ...recent.filter((one) => one !== tag)].slice(0, maxRecentLanguages);
}
