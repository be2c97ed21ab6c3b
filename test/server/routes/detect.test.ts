import { afterAll, beforeAll, expect, it } from 'vitest';
import { detectResponseSchema, type DetectResponse } from '../../../shared/detect-response.ts';
import { expectProblem } from '../access/expect-answer.ts';
import { send } from '../send-raw.ts';
import { startTestServer, type TestServer } from '../start-test-server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer('--max-chars', '1000', '--max-texts', '10', '--body-limit', '20kb');
});

afterAll(async () => {
  await server.stop();
});

const english = 'The train to the coast leaves every morning from the old station behind the market.';
const portuguese = 'O comboio para a costa parte todas as manhãs da velha estação atrás do mercado.';

it('tells the language of a text and how sure that is', async () => {
  const [detection] = await detect({ text: english });
  expect(detection?.language).toBe('en');
  expect(detection?.confidence).toBeGreaterThan(0.5);
  expect(detection?.confidence).toBeLessThanOrEqual(1);
});

it('answers several texts in their order', async () => {
  const detections = await detect({ texts: [portuguese, english, '私は毎朝駅まで歩いて行きます。'] });
  expect(detections.map(({ language }) => language)).toEqual(['pt', 'en', 'ja']);
});

it.each(['42', ' \n', '', '🎉', '… — !?'])('does not guess the language of "%s"', async (text) => {
  expect(await detect({ texts: [text] })).toEqual([{ language: 'und', confidence: 0 }]);
});

it('does not mind the white space round a text', async () => {
  expect(await detect({ text: `\n\u3000 ${portuguese}\t\n` })).toEqual(await detect({ text: portuguese }));
});

it('says confidence in three digits after the point at most', async () => {
  const detections = await detect({ texts: [english, portuguese, 'Guten Tag', 'Hola', 'Ciao a tutti'] });
  for (const { confidence } of detections) expect(String(confidence)).toMatch(/^(?:0|1|0\.\d{1,3})$/);
});

const refused: [string, number, string, unknown][] = [
  ['an empty text', 400, 'invalid_request', { text: '' }],
  ['neither text nor texts', 400, 'invalid_request', {}],
  ['both', 400, 'invalid_request', { text: 'a', texts: ['a'] }],
  ['no texts', 400, 'invalid_request', { texts: [] }],
  ['an unknown field', 400, 'invalid_request', { text: 'a', target: 'pt' }],
  ['half of a surrogate pair', 400, 'invalid_request', { text: 'a\uD800' }],
  ['a text over --max-chars', 422, 'text_too_long', { text: 'a'.repeat(1001) }],
  ['more than --max-texts', 422, 'text_too_long', { texts: Array.from({ length: 11 }, () => 'a') }],
  ['a body over --body-limit', 413, 'payload_too_large', { text: 'a'.repeat(30_000) }],
];

it.each(refused)('refuses %s', async (_name, status, code, body) => {
  const response = await server.post('/v1/detect', body);
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ code, status });
});

it('does not let a page elsewhere ask', async () => {
  const answer = await send(server.url, 'POST /v1/detect', [['Origin', 'https://evil.example']]);
  expectProblem(answer, 403, 'forbidden_origin');
});

it('says which method it takes', async () => {
  const response = await fetch(`${server.url}/v1/detect`);
  expect(response.status).toBe(405);
  expect(response.headers.get('allow')).toBe('POST');
});

async function detect(body: object): Promise<DetectResponse['detections']> {
  const response = await server.post('/v1/detect', body);
  expect(response.headers.get('cache-control')).toBe('no-store');
  return detectResponseSchema.parse(await response.json()).detections;
}
