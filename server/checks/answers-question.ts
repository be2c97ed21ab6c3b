import { weigh } from '../pipeline/measure-text.ts';

/** Longer ones hold more than a question. */
const maxQuestionChars = 300;
const questionMark = /[?？؟;;՞፧]["'”’»)）」』]*$/u;

/** Languages that write questions without a sign. */
const withoutMark = new Set(['th', 'lo', 'km', 'my', 'bo', 'dz']);

/** What questions end with in languages that may leave out the sign. */
const finalParticle =
  /(?:[かのたねい]|こと|[吗嗎呢吧么麼啊没沒]|[까요니나지냐]|không|chưa|à|nhỉ|hả|sao|gì|đâu|nào)[.。」』]*$/iu;

/** Whether the source is one question, and the translation answers it: it has no sign of a question, and one of an answer. */
export function answersQuestion(source: string, translation: string, target: string): boolean {
  if (!isOneQuestion(source) || withoutMark.has(target)) return false;
  if (questionMark.test(translation) || finalParticle.test(translation)) return false;
  return looksLikeAnswer(source, translation);
}

function isOneQuestion(source: string): boolean {
  if (source.length > maxQuestionChars || !/[?？؟]["'”’»)）」』]*$/u.test(source)) return false;
  return !/[.!。！]\s/u.test(source) && (source.match(/[?？؟]/gu)?.length ?? 0) === 1;
}

/** Headings and buttons say questions without a sign ("Passwort vergessen"), but as short, and without a full stop. */
function looksLikeAnswer(source: string, translation: string): boolean {
  if (/[.。।!！]["'”’»)）」』]*$/u.test(translation)) return true;
  if (/\p{Nd}/u.test(translation) && !/\p{Nd}/u.test(source)) return true;
  if (yesOrNo.test(translation) && !yesOrNo.test(source)) return true;
  const ratio = weigh(translation) / weigh(source);
  return ratio > maxRatio || (ratio < minRatio && source.split(' ').length >= minWords);
}

const yesOrNo =
  /^(?:yes|no|sí|sim|não|oui|non|ja|nein|nee|nej|tak|nie|ano|да|нет|так|ні|evet|hayır|ναι|όχι|نعم|لا|بله|نه|כן|לא|हाँ|नहीं|是的|不是|はい|いいえ|네|아니요|vâng)(?![\p{L}\p{M}])/iu;

/** A translated question is not so much longer, and that of several words not so much shorter. */
const maxRatio = 1.9;
const minRatio = 0.4;
const minWords = 5;
