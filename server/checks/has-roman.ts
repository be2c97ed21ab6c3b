const romanDigits = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const;

/** Centuries, kings and chapters; larger Roman numbers are rare. */
const maxRoman = 39;

/** Whether a text has a number, given in ASCII digits, in Roman figures; endings of other languages may follow (`XXI-го`, `XXIe`). */
export function hasRoman(text: string, digits: string): boolean {
  const value = Number(digits);
  if (value < 1 || value > maxRoman) return false;
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${writeInRoman(value)}(?![\\p{Lu}\\p{N}])`, 'u');
  return pattern.test(text);
}

function writeInRoman(value: number): string {
  let rest = value;
  let roman = '';
  for (const [step, sign] of romanDigits) {
    roman += sign.repeat(Math.floor(rest / step));
    rest %= step;
  }
  return roman;
}
