import { isTelling } from '../../shared/is-telling.ts';
import { decideTarget } from './decide-target.ts';
import { detectLanguage } from './detect-language.ts';
import type { TranslationAttempt } from './open-stream.ts';
import type { Server } from './server-client.ts';

/** Turns an attempt to its second target if its text is in the first already. Throws only when the signal aborts. */
export async function settleTarget(
  server: Server,
  attempt: TranslationAttempt,
  signal: AbortSignal,
): Promise<void> {
  const { texts, source, target, secondTarget, after } = attempt;
  const text = texts.join('\n');
  if (secondTarget === '' || after !== undefined || (source === undefined && !isTelling(text))) return;
  // What the reader says of the language needs no proof.
  const detected =
    source === undefined ? await detectLanguage(server, text, signal) : { language: source, confidence: 1 };
  attempt.target = decideTarget({ target, secondTarget, detected });
  if (attempt.target === target) return;
  attempt.secondTarget = '';
  // Asked once more after the background has died, the answer may come too late: a key belongs to one request, target included.
  attempt.key += `:${attempt.target}`;
}
