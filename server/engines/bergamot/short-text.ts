/**
 * Of one to four words the models make too much (`Thank you` → `Obrigado por enviar uma edição.`, `Sobre nós` → `About Us About Us`).
 * What a text becomes in a list, in quotes and in brackets shows what of it belongs to the text.
 */
export const maxShortWords = 4;

interface Frame {
  wrap: (text: string) => string;
  unwrap: (translation: string) => string;
}

const plainFrame: Frame = { wrap: (text) => text, unwrap: (text) => text };

const frames: readonly Frame[] = [
  plainFrame,
  { wrap: (text) => `- ${text}`, unwrap: (text) => text.replace(/^- ?/, '') },
  { wrap: (text) => `"${text}"`, unwrap: (text) => text.replace(/^" ?| ?"$/g, '') },
  { wrap: (text) => `(${text})`, unwrap: (text) => text.replace(/^\( ?| ?\)$/g, '') },
];

/** Only for texts that do not end in punctuation of their own. */
const endFrames: readonly Frame[] = [
  { wrap: (text) => `${text}.`, unwrap: (text) => text.replace(/ ?\.$/, '') },
  { wrap: (text) => `${text};`, unwrap: (text) => text.replace(/ ?;$/, '') },
];

export function isShort(text: string): boolean {
  return text.split(/\s+/).length <= maxShortWords;
}

/** The text as it is and in frames, to be translated all at once. */
export function frameText(text: string): string[] {
  return getFrames(text).map(({ wrap }) => wrap(text));
}

/**
 * Chooses among the translations of `frameText(text)`: the plain one, unless it says more than the others agree on or has signs and
 * repetitions that the text has not.
 */
export function chooseTranslation(text: string, translations: readonly string[]): string {
  const candidates = getFrames(text).map(({ unwrap }, i) => unwrap(translations[i] ?? '').trim());
  const plain = candidates[0] ?? '';
  const sound = candidates.filter((candidate) => candidate !== '' && isSound(candidate, text));
  const shorter = sound.filter(
    (candidate) => isWithin(candidate, plain) && countSupport(candidate, candidates) > 2,
  );
  if (shorter.length === 0 && (sound.length === 0 || isSound(plain, text))) return plain;
  const choices = shorter.length > 0 ? shorter : sound;
  const support = choices.map((choice) => countSupport(choice, candidates));
  return choices[support.indexOf(Math.max(...support))] ?? plain;
}

function getFrames(text: string): readonly Frame[] {
  return /[\p{L}\p{N}]$/u.test(text) ? [...frames, ...endFrames] : frames;
}

/** Whether a translation adds nothing suspicious: no sign, no repetition that the text has not, not three words for one. */
function isSound(translation: string, text: string): boolean {
  const signs = translation.match(/[()[\]"',;:|]| - |\.(?!$)/g) ?? [];
  if (signs.some((sign) => !text.includes(sign))) return false;
  if (repetition.test(translation) && !repetition.test(text)) return false;
  return countWords(text) > 1 || countWords(translation) < 3;
}

const repetition = /(?<![\p{L}\p{N}])(\p{L}+(?: \p{L}+)*)[\s.]+\1(?![\p{L}\p{N}])/iu;

/** How many candidates say at least this: hallucinations differ, what they are added to does not. */
function countSupport(candidate: string, candidates: readonly string[]): number {
  return candidates.filter((other) => isSame(candidate, other) || isWithin(candidate, other)).length;
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** Whether `part` stands in `whole` as whole words, and is not all of it. */
function isWithin(part: string, whole: string): boolean {
  const words = ` ${toWords(whole)} `;
  return !isSame(part, whole) && words.includes(` ${toWords(part)} `);
}

function toWords(text: string): string {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .join(' ')
    .trim();
}

function countWords(text: string): number {
  return text.split(/\s+/).length;
}
