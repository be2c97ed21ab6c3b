import * as z from 'zod/mini';

/** The answer of `POST /v1/detect`: `detections[i]` belongs to text i of the request. */
export const detectResponseSchema = z.object({
  detections: z.array(
    z.object({
      /** BCP 47 tag of the language the text is most likely in; `und` when nothing in it tells, as in one without letters. */
      language: z.string(),
      /** How sure that is, from 0 to 1; 0 for `und`. */
      confidence: z.number(),
    }),
  ),
});

export type DetectResponse = z.infer<typeof detectResponseSchema>;
