/**
 * Whether a translation has the same digits as its source, in any order and grouping. Ordinals don't count: they may become words
 * (`the 21st century`, `século XXI`).
 */
export function keepsNumbers(translation: string, source: string): boolean {
  return listDigits(translation) === listDigits(source);
}

function listDigits(text: string): string {
  const numbers = text.match(/\d+(?![\dºª]|st|nd|rd|th)/g) ?? [];
  return numbers.sort().join(' ');
}
