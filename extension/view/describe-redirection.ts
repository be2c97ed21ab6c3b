import { say } from '../../shared/say.ts';
import { getLanguageName } from './get-language-name.ts';
import { isRedirected, type ViewState } from './view-state.ts';

/** The sentence for a text that went into the second language, since it was in the first already; else empty. Pure. */
export function describeRedirection(state: ViewState): string {
  if (!isRedirected(state)) return '';
  const { translation, target, languages } = state;
  const went = translation.start?.target ?? '';
  return say('alreadyIn', getLanguageName(languages, target), getLanguageName(languages, went));
}
