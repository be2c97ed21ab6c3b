import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import { createOpenapiDocument } from '../../../server/openapi/document.ts';
import { errorCodes } from '../../../shared/error-codes.ts';

const document = createOpenapiDocument('1.2.3');

/** All values in the document with the keys that lead to them. */
function* walk(value: unknown, place: string[] = []): Generator<{ place: string[]; value: unknown }, void> {
  yield { place, value };
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value)) yield* walk(part, [...place, key]);
}

const all = [...walk(document)];

function find(...pattern: string[]): { place: string[]; value: Record<string, unknown> }[] {
  return all
    .filter(
      ({ place }) =>
        place.length === pattern.length && pattern.every((key, at) => key === '*' || key === place[at]),
    )
    .map(({ place, value }) => ({ place, value: value as Record<string, unknown> }));
}

const operations = find('paths', '*', '*');

it('has nothing on a path but methods, each with a summary and responses', () => {
  expect(operations.length).toBeGreaterThan(12);
  expect(operations.filter(({ place }) => !['get', 'post', 'delete'].includes(place[2] ?? ''))).toEqual([]);
  expect(
    operations.filter(({ value }) => typeof value['summary'] !== 'string' || !value['responses']),
  ).toEqual([]);
});

it('describes every response, by a status that there is', () => {
  const responses = find('paths', '*', '*', 'responses', '*');
  expect(responses.length).toBeGreaterThan(60);
  expect(
    responses.filter(({ place, value }) => !/^[2-5]\d\d$/.test(place[4] ?? '') || !value['description']),
  ).toEqual([]);
});

it('has what every reference names', () => {
  const references = all.filter(({ place }) => place.at(-1) === '$ref').map(({ value }) => String(value));
  expect(references.length).toBeGreaterThan(60);
  const places = new Set(all.map(({ place }) => `#/${place.join('/')}`));
  expect(references.filter((reference) => !places.has(reference))).toEqual([]);
});

it('declares the parameters of its paths, and no others', () => {
  for (const { place, value } of operations) {
    const named = [...(place[1] ?? '').matchAll(/\{(?<name>\w+)\}/g)].map(({ groups }) => groups?.['name']);
    const declared = ((value['parameters'] ?? []) as Record<string, unknown>[]).filter(
      (one) => one['in'] === 'path',
    );
    expect(declared.map(({ name }) => name)).toEqual(named);
    expect(declared.every(({ required }) => required)).toBe(true);
  }
});

it('gives every parameter and header a schema', () => {
  const described = [
    ...find('paths', '*', '*', 'parameters', '*'),
    ...find('paths', '*', '*', 'responses', '*', 'headers', '*'),
  ];
  expect(described.length).toBeGreaterThan(20);
  expect(described.filter(({ value }) => typeof value['schema'] !== 'object')).toEqual([]);
});

it('uses JSON Schema 2020-12 only, and only words that are known there', () => {
  const ajv = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false });
  ajv.addSchema({ $id: 'api', $defs: find('components', 'schemas')[0]?.value });
  const schemas = [
    ...find('components', 'schemas', '*'),
    ...all.filter(({ place }) => place.at(-1) === 'schema'),
  ];
  expect(schemas.length).toBeGreaterThan(60);
  for (const { value } of schemas) {
    const text = JSON.stringify(value).replaceAll('#/components/schemas/', 'api#/$defs/');
    expect(() => ajv.compile(JSON.parse(text) as object)).not.toThrow();
  }
});

it('names every code of a failure with its status', () => {
  const named = all.filter(({ place }) => place.slice(-2).join() === 'code,enum' && Number(place[4]) >= 400);
  const pairs = named.flatMap(({ place, value }) =>
    (value as string[]).map((code) => `${code} ${place[4] ?? ''}`),
  );
  const known = Object.entries(errorCodes).map(([code, { status }]) => `${code} ${status}`);
  expect(pairs.filter((pair) => !known.includes(pair))).toEqual([]);
  // What no route says: it answers what is not in the document.
  expect(known.filter((pair) => !pairs.includes(pair))).toEqual(['not_found 404']);
});
