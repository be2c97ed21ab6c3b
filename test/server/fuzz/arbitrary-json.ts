import fc from 'fast-check';
import type { JsonSchema } from './api-document.ts';

const sentences = [
  'Good morning.',
  'The cat sleeps.',
  'Tea or coffee?',
  'One.\n\nTwo.',
  ' ',
  '<b>Hi</b> there',
];
const anyText = fc.oneof(fc.constantFrom(...sentences), fc.string({ unit: 'grapheme', maxLength: 40 }));

/** What a field of this name is likely to hold: a word that only fits its schema would be refused at once. */
const likely: Partial<Record<string, fc.Arbitrary<string>>> = {
  text: anyText,
  target: fc.constantFrom('pt', 'de', 'en', 'zh-Hant', 'ar'),
  source: fc.constantFrom('auto', 'en', 'pt', 'ja'),
  language_dst: fc.constantFrom('Portuguese', 'German', '中文', 'fr'),
  model: fc.constantFrom('qwen3:8b', 'absent:1b'),
  origin: fc.constantFrom('moz-extension://a', 'moz-extension://b', 'chrome-extension://c'),
};

/** Values that a schema allows. `name`: of the field that holds it. */
export function fromSchema(schema: JsonSchema, name = ''): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.oneOf && !schema.properties) return fc.oneof(...schema.oneOf.map((one) => fromSchema(one)));
  return fromType[schema.type ?? 'string']?.(schema, name) ?? fc.jsonValue();
}

const fromType: Partial<Record<string, (schema: JsonSchema, name: string) => fc.Arbitrary<unknown>>> = {
  object: objectFromSchema,
  array: arrayFromSchema,
  string: stringFromSchema,
  boolean: () => fc.boolean(),
  integer: () => fc.nat({ max: 30 }),
};

function arrayFromSchema({ items = {}, minItems = 0 }: JsonSchema, name: string): fc.Arbitrary<unknown> {
  const item = fromSchema(items, name === 'texts' ? 'text' : '');
  return fc.array(item, { minLength: minItems, maxLength: 4 });
}

function stringFromSchema(
  { pattern, minLength = 0, maxLength = 40 }: JsonSchema,
  name: string,
): fc.Arbitrary<string> {
  const any = pattern
    ? fc.stringMatching(new RegExp(pattern, 'u'))
    : fc.string({ unit: 'grapheme', minLength, maxLength });
  const known = likely[name]?.filter((value) => value.length >= minLength);
  return known ? fc.oneof({ weight: 12, arbitrary: known }, { weight: 1, arbitrary: any }) : any;
}

/** Optional fields are there now and then. Of `oneOf`, whose members say which fields are required, one holds. */
function objectFromSchema({ properties = {}, required = [], oneOf }: JsonSchema): fc.Arbitrary<unknown> {
  const choices = oneOf?.map((one) => one.required ?? []) ?? [[]];
  const chosen = new Set(choices.flat());
  return fc.oneof(
    ...choices.map((choice) => {
      const needed = new Set([...required, ...choice]);
      const fields = Object.entries(properties)
        .filter(([key]) => needed.has(key) || !chosen.has(key))
        .map(([key, schema]) => [key, sometimes(fromSchema(schema, key), needed.has(key))] as const);
      return fc.record(Object.fromEntries(fields));
    }),
  );
}

/** JSON leaves out what is undefined. */
function sometimes(value: fc.Arbitrary<unknown>, always: boolean): fc.Arbitrary<unknown> {
  if (always) return value;
  return fc.oneof({ weight: 6, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });
}

const junk = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(undefined, null, '', ' ', -1, 1e300, true, [], {}, '\ud800', 'a'.repeat(3000), '__proto__'),
);

/** A value of which one part is another one, is missing, or is too much. */
export function broken(value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.tuple(value, fc.nat({ max: 1000 }), junk).map(([whole, place, part]) => {
    const places = listPlaces(whole, []);
    return replaceAt(whole, places[place % places.length] ?? [], part);
  });
}

const strangeKeys = ['extra', '__proto__', 'constructor'];

function listPlaces(value: unknown, place: string[]): string[][] {
  if (typeof value !== 'object' || value === null) return [place];
  const fields = Object.entries(value).flatMap(([key, part]) => listPlaces(part, [...place, key]));
  const strange = Array.isArray(value) ? [] : strangeKeys.map((key) => [...place, key]);
  return [place, ...fields, ...strange];
}

function replaceAt(value: unknown, [key, ...rest]: string[], part: unknown): unknown {
  if (key === undefined) return part;
  if (Array.isArray(value))
    return value.map((item: unknown, index) => (String(index) === key ? replaceAt(item, rest, part) : item));
  const fields = value as Record<string, unknown>;
  const old = Object.hasOwn(fields, key) ? fields[key] : undefined;
  return { ...fields, [key]: replaceAt(old, rest, part) };
}
