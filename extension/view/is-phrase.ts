const maxChars = 40;
const maxWords = 4;

/** Whether a text is a word or a short phrase, which is shown as a card: no sentence, and on one line. Pure. */
export function isPhrase(text: string): boolean {
  // Not even looked at, for this is asked again while a long translation streams in.
  if (text.length > 10 * maxChars) return false;
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > maxChars || /[\n.!?。！？؟।]/u.test(trimmed)) return false;
  return trimmed.split(/\s+/u).length <= maxWords;
}
