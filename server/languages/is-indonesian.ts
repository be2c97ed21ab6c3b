/** Words that Indonesian and Malay choose or spell differently; neither has those of the other. */
const indonesian =
  /(?<!\p{L})(?:bahwa|karena|bisa|berbeda|mobil|uang|kantor|perusahaan|yaitu|pria|listrik|inggris)(?!\p{L})/giu;
const malay =
  /(?<!\p{L})(?:bahawa|kerana|berbeza|kereta|wang|pejabat|syarikat|iaitu|ialah|manakala|sahaja|inggeris)(?!\p{L})/giu;

/** Which of the two a text is in that `eld` takes for Malay; it knows only that. Indonesian, which is written more, when no word tells. */
export function isIndonesian(text: string): boolean {
  return count(text, indonesian) >= count(text, malay);
}

function count(text: string, words: RegExp): number {
  return text.match(words)?.length ?? 0;
}
