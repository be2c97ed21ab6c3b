import type { Check } from './check.ts';

/** Whether terms with a fixed translation have got it. Endings may differ: most languages inflect. */
export const checkGlossary: Check = ({ source, translation, glossary }) => {
  if (glossary.length === 0) return undefined;
  const [text, translated] = [fold(source), fold(translation)];
  const missing = glossary.filter(
    (term) => holdsTerm(text, fold(term.source)) && !holdsInflected(translated, fold(term.target)),
  );
  if (missing.length === 0) return undefined;
  const list = missing.slice(0, 10).map((term) => `"${term.source}" must become "${term.target}"`);
  return {
    check: 'glossary',
    message: 'A term of the glossary was not used.',
    fault: `Terms of the glossary were not used: ${list.join(', ')}.`,
  };
};

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}

/** Whole words only, where the script has words. */
function holdsTerm(text: string, term: string): boolean {
  if (term === '') return false;
  for (let at = text.indexOf(term); at !== -1; at = text.indexOf(term, at + term.length)) {
    const around = [text.slice(Math.max(0, at - 1), at), text.slice(at + term.length, at + term.length + 1)];
    const isCut = wordStart.test(term) && wordLetter.test(around[0] ?? '');
    if (!isCut && !(wordEnd.test(term) && wordLetter.test(around[1] ?? ''))) return true;
  }
  return false;
}

/** Letters of scripts that write no space between words, or join endings to them, stand next to anything. */
const letter = String.raw`(?![\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}])[\p{L}\p{M}\p{N}]`;
const wordLetter = new RegExp(letter, 'u');
const wordStart = new RegExp(`^${letter}`, 'u');
const wordEnd = new RegExp(`${letter}$`, 'u');

/** What an inflected word may lose at its end, and what it must keep. */
const maxEndingChars = 3;
const minStemChars = 4;

function holdsInflected(text: string, term: string): boolean {
  if (text.includes(term)) return true;
  return term.split(/[\s-]+/).every((word) => holdsStart(text, word.slice(0, getStemLength(word))));
}

function getStemLength(word: string): number {
  return Math.max(minStemChars, word.length - maxEndingChars);
}

/** Whether a word begins so. */
function holdsStart(text: string, stem: string): boolean {
  for (let at = text.indexOf(stem); at !== -1; at = text.indexOf(stem, at + 1))
    if (!wordLetter.test(text.slice(Math.max(0, at - 1), at))) return true;
  return false;
}
