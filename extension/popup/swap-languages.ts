import { isComplete, isRunning } from '../../shared/describe-translation.ts';
import { isSameLanguage } from '../../shared/is-same-language.ts';
import { getTranslatedText } from '../../shared/translation-state.ts';
import { getShownTarget, type LanguagePair, type ViewState } from '../view/view-state.ts';

/** Both languages exchanged, and what is to stand in the text box then. */
export interface SwappedLanguages extends LanguagePair {
  text: string;
}

/**
 * What the popup is after its languages were exchanged: the one that the server found out counts as chosen, and the translation becomes the text.
 * Unless it is not whole, or not of what stands in the text box: nothing that was typed gets lost. Undefined when there is nothing to exchange, for
 * now or at all. Pure.
 */
export function swapLanguages(state: ViewState, text: string): SwappedLanguages | undefined {
  const source = getSource(state);
  const target = getShownTarget(state);
  const isBusy = state.key !== undefined && isRunning(state);
  if (isBusy || source === undefined || target === '' || isSameLanguage(source, target)) return undefined;
  const isShown = isComplete(state) && state.text.trim() === text.toWellFormed().trim();
  return { source: target, target: source, text: isShown ? getTranslatedText(state.translation) : text };
}

/** Undefined as long as nobody knows it. */
function getSource({ source, translation, languages }: ViewState): string | undefined {
  return languages.find(({ tag }) => tag === (source ?? translation.start?.source))?.tag;
}
