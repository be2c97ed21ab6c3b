/**
 * Of a few words the models make too much (`Thank you` → `Obrigado por enviar uma edição.`, `Sobre nós` → `About Us About Us`). What the
 * words become in a list, in quotes and in brackets shows which part is theirs.
 */
interface Frame {
  before: string;
  after: string;
}

const maxShortWords = 4;

/** No frame, then those that stand around the words; the last two only when the words do not end in punctuation of their own. */
const frames: readonly Frame[] = [
  { before: '', after: '' },
  { before: '- ', after: '' },
  { before: '"', after: '"' },
  { before: '(', after: ')' },
  { before: '', after: '.' },
  { before: '', after: ';' },
];

export function isShort(text: string): boolean {
  return countWords(text) <= maxShortWords;
}

/** A short text as it is and in frames, to be translated all at once. */
export function frameText(text: string): string[] {
  return getFrames(text).map(({ before, after }) => before + text + after);
}

/**
 * Chooses among the translations of `frameText(text)`: the plain one, unless it says more than the others agree on, or has signs and
 * repetitions that the text has not.
 */
export function chooseTranslation(text: string, translations: readonly string[]): string {
  const candidates = getFrames(text).map((frame, i) => takeOutOfFrame(translations[i] ?? '', frame));
  const plain = candidates[0] ?? '';
  const sound = candidates.filter((candidate) => isSound(candidate, text, candidates));
  const kernels = sound.filter((candidate) => isKernel(candidate, plain, candidates));
  const choices = kernels.length > 0 ? kernels : sound[0] === plain ? [plain] : sound;
  return matchFirstLetter(findMostSupported(choices, candidates) ?? plain, text);
}

function getFrames(text: string): readonly Frame[] {
  const isOpenEnded = /[\p{L}\p{N}]$/u.test(text);
  return frames.filter(({ before, after }) => {
    if (before === '' && after !== '') return isOpenEnded;
    return (before.trim() === '' || !text.includes(before.trim())) && !text.includes(after || '\n');
  });
}

/** The translation without its frame, as far as that survived. */
function takeOutOfFrame(translation: string, { before, after }: Frame): string {
  const start = translation.startsWith(before.trim()) ? before.trim().length : 0;
  const end = translation.endsWith(after) ? after.length : 0;
  return translation.slice(start, translation.length - end).trim();
}

/** Whether a translation adds nothing suspicious: no sign, no repetition that the text has not; not three words for one, all alone. */
function isSound(translation: string, text: string, candidates: readonly string[]): boolean {
  if (translation === '') return false;
  const signs = translation.match(/[()[\]"',;:|]| - |\.(?!$)/g) ?? [];
  if (signs.some((sign) => !text.includes(sign))) return false;
  if (repetition.test(translation) && !repetition.test(text)) return false;
  return countWords(text) > 1 || countWords(translation) < 3 || countSame(translation, candidates) > 1;
}

const repetition = /(?<![\p{L}\p{N}])(\p{L}+(?: \p{L}+)*)[\s.]+\1(?![\p{L}\p{N}])/iu;

/** Whether a candidate is what remains of the plain one without its additions, and not just one that lost something. */
function isKernel(candidate: string, plain: string, candidates: readonly string[]): boolean {
  if (!isWithin(candidate, plain) || countSupport(candidate, candidates) < 3) return false;
  return 3 * countSame(candidate, candidates) >= countSame(plain, candidates);
}

function findMostSupported(choices: readonly string[], candidates: readonly string[]): string | undefined {
  const support = choices.map((choice) => countSupport(choice, candidates));
  return choices[support.indexOf(Math.max(...support))];
}

function countSame(candidate: string, candidates: readonly string[]): number {
  return candidates.filter((other) => isSame(candidate, other)).length;
}

/** How many candidates say at least this: additions differ, what they are added to does not. */
function countSupport(candidate: string, candidates: readonly string[]): number {
  return candidates.filter((other) => isSame(candidate, other) || isWithin(candidate, other)).length;
}

function isSame(one: string, other: string): boolean {
  return toWords(one) === toWords(other);
}

/** Whether `part` stands in `whole` as whole words, and is not all of it. */
function isWithin(part: string, whole: string): boolean {
  return !isSame(part, whole) && ` ${toWords(whole)} `.includes(` ${toWords(part)} `);
}

function toWords(text: string): string {
  return (
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  );
}

function countWords(text: string): number {
  return text.split(/\s+/).length;
}

/** A translation begins with a capital when the text does. */
function matchFirstLetter(translation: string, text: string): string {
  if (!/^\P{L}*\p{Lu}/u.test(text)) return translation;
  return translation.replace(/\p{L}/u, (letter) => letter.toUpperCase());
}
