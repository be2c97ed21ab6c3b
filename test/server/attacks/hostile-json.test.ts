import { afterAll, beforeAll, expect, it } from 'vitest';
import { problemSchema } from '../../../shared/problem.ts';
import { startTestServer, type TestServer } from '../start-test-server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});

afterAll(async () => {
  await server.stop();
});

function nest(open: string, close: string, levels = 100_000): string {
  return open.repeat(levels) + close.repeat(levels);
}

function list(member: string, bytes = 2_000_000): string {
  return `[${Array.from({ length: bytes / (member.length + 1) }, () => member).join(',')}]`;
}

it.each([
  ['arrays', nest('[', ']')],
  ['objects', nest('{"text":', '}', 50_000)],
  ['arrays that never end', '['.repeat(1_000_000)],
  ['arrays in a field', `{"text":${nest('[', ']')},"target":"pt"}`],
  ['objects in an unknown field', `{"text":"a","x":${nest('{"x":[', ']}', 50_000)}}`],
])('refuses deeply nested %s for their depth', async (_name, body) => {
  expect(await readRefusal(body)).toMatchObject({ detail: 'The body is nested deeper than 32 levels.' });
});

it.each([
  ['wrong texts', `{"texts":${list('1')}}`],
  ['objects for texts', `{"texts":${list('{}')}}`],
  ['empty texts', `{"texts":${list('""')}}`],
  ['unknown fields', `{${Array.from({ length: 120_000 }, (_, at) => `"${at}":1`).join(',')}}`],
])('refuses hundreds of thousands of %s for their number', async (_name, body) => {
  expect(await readRefusal(body)).toMatchObject({ detail: 'The body holds more than 110000 values.' });
});

it('lists a few of a hundred thousand faults', async () => {
  const { errors, detail } = await readRefusal(`{"texts":${list('1', 200_000)}}`);
  expect(errors).toHaveLength(20);
  expect(detail.length).toBeLessThan(2000);
});

it.each([
  ['brackets in a text', JSON.stringify({ text: nest('[', ']', 20_000) })],
  ['escaped quotes before brackets', JSON.stringify({ text: nest('"[', '"]', 10_000) })],
  ['backslashes before brackets', JSON.stringify({ text: nest('\\[', '\\]', 10_000) })],
  ['commas in a text', JSON.stringify({ text: ','.repeat(90_000) })],
])('takes %s for text', async (_name, body) => {
  expect((await detect(body)).status).toBe(200);
});

it.each([
  ['__proto__', '{"text":"a","__proto__":{"texts":["b"]}}'],
  ['__proto__ in place of a field', '{"__proto__":{"text":"a"}}'],
  ['constructor', '{"text":"a","constructor":{"prototype":{"x":1}}}'],
])('takes the field %s for an unknown one', async (_name, body) => {
  const { errors } = await readRefusal(body);
  expect(errors?.map(({ message }) => message)).toContain('is not a field that is known here');
  expect(({} as Record<string, unknown>)['x']).toBeUndefined();
});

it('takes the last of two fields with one name', async () => {
  const response = await detect(
    '{"text":"Guten Morgen, wie geht es dir?","text":"Bonjour, comment vas-tu ?"}',
  );
  expect(await response.json()).toMatchObject({ detections: [{ language: 'fr' }] });
});

it.each([
  ['text', String.raw`{"text":"\ud800"}`],
  ['texts.1', String.raw`{"texts":["a","\udc00\ud800"]}`],
  ['\ud800', String.raw`{"text":"a","\ud800":1}`],
])('names the place of half a surrogate pair, %j', async (place, body) => {
  const { errors } = await readRefusal(body);
  expect(errors?.map(({ path }) => path)).toContain(place);
});

it('knows halves of surrogate pairs in every field of text', async () => {
  const half = '\ud83d';
  const response = await server.post('/v1/translate', {
    text: half,
    target: 'pt',
    instructions: half,
    context: { before: half, after: half, title: half },
    glossary: [{ source: half, target: half }],
  });
  const { errors } = problemSchema.parse(await response.json());
  expect(errors?.map(({ path }) => path).sort()).toEqual([
    ...['context.after', 'context.before', 'context.title'],
    ...['glossary.0.source', 'glossary.0.target', 'instructions', 'text'],
  ]);
});

function detect(body: string | Uint8Array<ArrayBuffer>): Promise<Response> {
  return fetch(`${server.url}/v1/detect`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
}

async function readRefusal(body: string) {
  const response = await detect(body);
  expect(response.status).toBe(400);
  const problem = problemSchema.parse(await response.json());
  expect(problem.code).toBe('invalid_request');
  return problem;
}
