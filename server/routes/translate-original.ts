import type { RequestHandler } from 'express';
import { findLanguage, findNearLanguages } from '../../shared/find-language.ts';
import { originalRequestSchema } from '../../shared/translate-request.ts';
import { TranslationError } from '../../shared/translation-error.ts';
import { getCaller } from '../access/caller.ts';
import type { Dependencies } from '../dependencies.ts';
import { createOriginalFormat } from '../readers/original-format.ts';
import { sendStream, watchDisconnect } from '../readers/stream-response.ts';
import { parseBody } from './read-body.ts';
import { startTranslation } from './start-translation.ts';

/** `POST /translate_stream`, the original interface: `{text, language_dst}` in, bare text out. */
export function createOriginalHandler(dependencies: Dependencies): RequestHandler {
  return async (request, response) => {
    const gone = watchDisconnect(response);
    const { text, language_dst: name } = parseBody(originalRequestSchema, request);
    const target = readLanguageName(name);
    const wish = { text, target, source: 'auto', resume: false };
    const { key: caller } = getCaller(request);
    const { events } = await startTranslation(wish, { manner: 'original', caller, gone }, dependencies);
    await sendStream(response, { events, gone }, createOriginalFormat());
  };
}

function readLanguageName(name: string): string {
  const language = findLanguage(name);
  if (language) return language.tag;
  const near = findNearLanguages(name).map(({ english }) => english);
  throw new TranslationError('unsupported_language', 'language_dst names no language that is known here.', {
    hint: near.length > 0 ? `Did you mean ${near.join(' or ')}?` : 'GET /v1/languages lists all.',
    issues: [{ path: 'language_dst', message: 'is neither the name nor the tag of a known language' }],
  });
}
