import { isUtf8 } from 'node:buffer';
import { TranslationError } from '../../shared/translation-error.ts';
import { countJson } from './count-json.ts';

/** Deeper than any body that means something here. */
const deepestNesting = 32;

/** More than the most texts that can be allowed, and few enough to be told what is wrong with each of them. */
const mostValues = 110_000;

/**
 * JSON in UTF-8, with a byte order mark or without one. Throws `invalid_request` for anything else, and for what would take more time or stack
 * to look at than any sensible body.
 */
export function parseJsonBytes(bytes: Buffer): unknown {
  const { depth, values } = countJson(bytes);
  if (depth > deepestNesting) throw createRefusal(`is nested deeper than ${deepestNesting} levels`);
  if (values > mostValues) throw createRefusal(`holds more than ${mostValues} values`);
  if (!isUtf8(bytes)) throw createRefusal('is not valid UTF-8');
  try {
    return JSON.parse(bytes.toString().replace(/^\uFEFF/, '')) as unknown;
  } catch {
    // Its message quotes the body.
    throw createRefusal('is not valid JSON');
  }
}

function createRefusal(what: string): TranslationError {
  return new TranslationError('invalid_request', `The body ${what}.`);
}
