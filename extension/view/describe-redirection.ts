import { words } from '../../shared/words.ts';
import { isRedirected, type ViewState } from './view-state.ts';

/** The sentence for a text that went into the second language, since it was in the first already; else empty. Pure. */
export function describeRedirection(state: ViewState): string {
  const { translation, target } = state;
  if (!isRedirected(state)) return '';
  const getName = (wanted = ''): string =>
    state.languages.find(({ tag }) => tag === wanted)?.english ?? wanted;
  return words.alreadyIn(getName(target), getName(translation.start?.target));
}
