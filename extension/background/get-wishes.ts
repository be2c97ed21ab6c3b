import type { TranslateRequest } from '../../shared/translate-request.ts';
import { chooseTerms } from '../glossary/glossary.ts';
import type { Settings } from '../settings/settings-schema.ts';

/** What the reader asks of every translation, beside its language. */
export type TranslationWishes = Partial<
  Pick<TranslateRequest, 'engine' | 'model' | 'formality' | 'instructions' | 'glossary'>
>;

/** The fields of a request for these texts that follow from the settings; what is left to the server is left out. Pure. */
export function getWishes(
  { engine, model, formality, instructions, glossary }: Settings,
  texts: readonly string[],
): TranslationWishes {
  const terms = chooseTerms(glossary, texts);
  return {
    ...(engine !== '' && { engine }),
    ...(model !== '' && { model }),
    ...(formality !== 'default' && { formality }),
    ...(instructions.trim() !== '' && { instructions: instructions.trim().toWellFormed() }),
    ...(terms.length > 0 && { glossary: terms.map(makeWellFormed) }),
  };
}

/** Half a surrogate pair would make the server refuse every translation. */
function makeWellFormed({ source, target }: Settings['glossary'][number]): Settings['glossary'][number] {
  return { source: source.toWellFormed(), target: target.toWellFormed() };
}
