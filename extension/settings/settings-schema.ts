import * as z from 'zod/mini';
import { getLanguage } from '../../shared/find-language.ts';
import { engineNames } from '../../shared/translate-request.ts';
import { overlaySizeSchema } from './overlay-size.ts';
import { parseServerAddress } from './parse-server-address.ts';
import { maxRecentLanguages } from './recent-languages.ts';

const defaultServer = '127.0.0.1:9000';

/** A BCP 47 tag, as the table of languages writes it. */
const tag = z.pipe(
  z.string(),
  transformTo((written) => getLanguage(written)?.tag),
);

const address = z.pipe(z.string(), transformTo(parseServerAddress));

/** A term and its fixed translation, as they were typed: one of both may be missing, and then it is not used yet. */
const term = z
  .object({ source: z.string(), target: z.string() })
  .check(z.refine(({ source, target }) => source !== '' || target !== ''));

/** What holds on a site and those below it: nothing is shown there unasked, or everything goes into that language (a tag). */
const siteRule = z.object({
  host: z.string().check(z.minLength(1)),
  rule: z.union([z.literal('never'), tag]),
});

/**
 * All that the extension keeps, each under its own key in `storage.local`, so that two pages that save at the same time don't undo each
 * other's work. What isn't there or makes no sense counts as not set; of lists, that entry alone.
 */
export const settingsSchema = z.object({
  /** BCP 47 tag of the language to translate into; empty until the reader chose one: see choose-languages.ts. */
  target: withDefault(tag, ''),
  /** BCP 47 tag of the language that text goes into which is in `target` already; empty: none. Absent until the reader chose. */
  secondTarget: withDefault(z.union([z.literal(''), tag]), undefined),
  /** BCP 47 tags of the last languages that the reader chose, the newest first; at most 5. */
  recentLanguages: z.pipe(
    listOf(tag),
    z.transform((tags) => tags.slice(0, maxRecentLanguages)),
  ),
  /** Host and port of the server. */
  server: withDefault(address, defaultServer),
  /** The server's token; empty when it has none. */
  token: withDefault(z.string(), ''),
  /** Which engine translates; empty: the server's choice. */
  engine: withDefault(z.enum(['', ...engineNames]), ''),
  /** Which of the engine's models translates; empty: the server's choice. */
  model: withDefault(z.string(), ''),
  /** How politely the reader is addressed. */
  formality: withDefault(z.enum(['default', 'more', 'less']), 'default'),
  /** What the reader asks of every translation, in any language; may be empty. */
  instructions: withDefault(z.string(), ''),
  /** Terms that have a fixed translation, the newest first; of several for one term the first is used. */
  glossary: listOf(term),
  /** Whether the last translations are kept. Off until the reader wants it: texts may be secret, and whoever uses the computer could read them. */
  keepHistory: withDefault(z.boolean(), false),
  /** How large the overlay is, in CSS pixels; absent: as large as is usual. Where the window is smaller, so is the overlay. */
  overlaySize: withDefault(overlaySizeSchema, undefined),
  /** Whether the source text is shown with each translation, where it does not stand beside it anyway. */
  showsOriginal: withDefault(z.boolean(), false),
  /** At most one a host. */
  siteRules: listOf(siteRule),
  /** Whether a selection made by the mouse gets an icon that translates it; needs the permission for all sites. */
  iconAtSelection: withDefault(z.boolean(), false),
  /** Whether a selection made by the mouse is translated at once while `atOnceKey` is held; needs that permission too. */
  translateAtOnce: withDefault(z.boolean(), false),
  /** The key for that: one that types nothing. */
  atOnceKey: withDefault(z.enum(['alt', 'control', 'shift']), 'alt'),
  /** Light or dark in every view; `system`: as the reader's system asks for. */
  theme: withDefault(z.enum(['system', 'light', 'dark']), 'system'),
  /** How large everything is in every view. */
  textSize: withDefault(z.enum(['small', 'medium', 'large', 'largest']), 'medium'),
});

/** The settings as they hold: `target` is always a tag, and `secondTarget` is one or empty. */
export type Settings = z.infer<typeof settingsSchema> & { secondTarget: string };

/** Fails where there is nothing to make of a value. */
function transformTo<Result>(parse: (written: string) => Result | undefined) {
  return z.transform((written: string, context): Result => {
    const parsed = parse(written);
    if (parsed !== undefined) return parsed;
    context.issues.push({ code: 'custom', message: 'makes no sense', input: written });
    return z.NEVER;
  });
}

function withDefault<Schema extends z.ZodMiniType, const Default>(
  schema: Schema,
  value: Default,
): z.ZodMiniType<z.output<Schema> | Default> {
  return z.catch(z.union([schema, z.custom<Default>((given) => given === value)]), () => value);
}

function listOf<Value>(schema: z.ZodMiniType<Value>): z.ZodMiniType<Value[]> {
  const list = z.catch(z.array(z.unknown()), []);
  const keepSound = (entries: unknown[]): Value[] =>
    entries.map((entry) => schema.safeParse(entry)).flatMap(({ success, data }) => (success ? [data] : []));
  return z.pipe(list, z.transform(keepSound));
}
