import type { CheckSubject } from '../../../server/checks/check.ts';
import { loadDetector } from '../../../server/languages/load-detector.ts';

const detect = await loadDetector();

/** What a check gets; from English to German unless told, without a glossary. */
export function createSubject(
  source: string,
  translation: string,
  {
    from = 'en',
    to = 'de',
    glossary = [],
  }: { from?: string; to?: string; glossary?: CheckSubject['glossary'] } = {},
): CheckSubject {
  return { source, translation, sourceLanguage: from, targetLanguage: to, glossary, detect };
}
