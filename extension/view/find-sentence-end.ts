/**
 * Where the last sentence that is surely complete ends, looking from `start` on: what follows has begun, so no more words can join it. For
 * reading a growing text aloud sentence by sentence. `start` itself when none is complete.
 */
export function findSentenceEnd(text: string, start: number, language: string): number {
  const sentences = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text.slice(start));
  return start + ([...sentences].at(-1)?.index ?? 0);
}
