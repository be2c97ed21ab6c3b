import * as z from 'zod/mini';

/** UTF-16 text without lone surrogates, which UTF-8 cannot carry and no engine can read. */
const text = z
  .string()
  .check(
    z.refine((value) => value.isWellFormed(), 'holds half of a surrogate pair; send well-formed Unicode'),
  );

const filled = text.check(z.minLength(1, 'must not be empty'));

/** `ollama`, `openai` (any OpenAI-compatible server) and `bergamot`: see the engines in the README; `auto` takes Ollama when it answers and has the model. */
export const engineNames = ['ollama', 'openai', 'bergamot'] as const;
export type EngineName = (typeof engineNames)[number];

/** Options that an engine may be unable to follow; those it cannot are listed in `start.ignored`. */
export const requestOptions = [
  'context',
  'instructions',
  'formality',
  'glossary',
  'format',
  'model',
] as const;
export type RequestOption = (typeof requestOptions)[number];

/** How a request gives its texts: one of the two, see `needsOneOfBoth`. */
export const textFields = {
  /** One text; must not be empty. */
  text: z.optional(filled),
  /** Several texts, answered in the same order; each may be empty or blank. */
  texts: z.optional(z.array(text).check(z.minLength(1, 'must hold at least one text'))),
};

type TextFields = z.infer<z.ZodMiniObject<typeof textFields>>;

/** Refuses a body with neither `text` nor `texts`, and one with both. */
export const needsOneOfBoth = z.refine<TextFields>(
  (body) => (body.text === undefined) !== (body.texts === undefined),
  {
    error: 'needs either text or texts',
    // Also beside other faults, so that the list of what is wrong is whole.
    when: ({ value }) => typeof value === 'object' && value !== null,
  },
);

const options = {
  /** Language of the text as a BCP 47 tag; `auto` (default) lets the server find out. */
  source: z._default(filled, 'auto'),
  /** Language to translate into, a BCP 47 tag; `unsupported_language` when no engine has the pair. */
  target: filled,
  /** Which engine translates; left out: the server's own choice. */
  engine: z.optional(z.enum(engineNames)),
  /** Which of the engine's models translates; left out: the server's setting. */
  model: z.optional(filled),
  /** What stands around the text; helps with meaning, is never translated. */
  context: z.optional(
    z.strictObject({ before: z.optional(text), after: z.optional(text), title: z.optional(text) }),
  ),
  /** What the reader asks of the translation, in any language. */
  instructions: z.optional(text),
  /** How politely the reader is addressed; default `default`. */
  formality: z.optional(z.enum(['default', 'more', 'less'])),
  /** Terms that have a fixed translation. */
  glossary: z.optional(z.array(z.strictObject({ source: filled, target: text }))),
  /** `text` (default) or `html`. */
  format: z.optional(z.enum(['text', 'html'])),
  /** `interactive` (default): somebody waits; `batch`: nobody does. */
  priority: z.optional(z.enum(['interactive', 'batch'])),
  /**
   * Whether the stream outlives its last reader for the server's grace time (`--grace`), so that it can be gone on with. Default false: the model
   * stops when the last reader leaves.
   */
  resume: z._default(z.boolean(), false),
};

/**
 * Body of `POST /v1/translate`: exactly one of `text` and `texts`; an empty or blank one of `texts` comes back as it is. Unknown fields
 * are refused, so that a misspelt option is never ignored in silence. Errors: 400 `invalid_request` with the list of what is wrong.
 */
export const translateRequestSchema = z.strictObject({ ...textFields, ...options }).check(needsOneOfBoth);

export type TranslateRequest = z.infer<typeof translateRequestSchema>;

/** Body of `POST /translate_stream`, the original interface: a text and the name or tag of the language to translate into. */
export const originalRequestSchema = z.strictObject({ text: filled, language_dst: filled });

/** The texts of a request, whichever way they were given. */
export function getTexts(request: TextFields): string[] {
  return request.texts ?? [request.text ?? ''];
}
