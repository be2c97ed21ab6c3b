import type { TranslationError } from '../../shared/translation-error.ts';
import type { EngineState } from './engine.ts';

/** What an engine's state says of what is missing, from the error that a translation would meet. */
export function describeLack({ message, hint }: TranslationError): Pick<EngineState, 'message' | 'fix'> {
  return { message, ...(hint !== undefined && { fix: hint }) };
}
