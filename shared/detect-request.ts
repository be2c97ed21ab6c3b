import * as z from 'zod/mini';
import { needsOneOfBoth, textFields } from './translate-request.ts';

/**
 * Body of `POST /v1/detect`: exactly one of `text` and `texts`, as in `POST /v1/translate`, and nothing else. Errors: 400
 * `invalid_request` with the list of what is wrong, 422 `text_too_long`.
 */
export const detectRequestSchema = z.strictObject(textFields).check(needsOneOfBoth);
