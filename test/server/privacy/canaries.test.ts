import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFakeOllama, type FakeOllama } from '../../fakes/fake-ollama.ts';
import { startFakeOpenai, type FakeOpenai } from '../../fakes/fake-openai.ts';
import { MainRunner, type MainProcess } from '../run-main.ts';
import { sendBytes, sendRaw, type RawAnswer, type RawHeaders } from '../send-raw.ts';
import { ollamaFailures, openaiFailures } from './engine-failures.ts';
import { refusedRequests, unreadableRequests, type RefusedRequest } from './refused-requests.ts';

let ollama: FakeOllama;
let openai: FakeOpenai;
let runner: MainRunner;
let server: MainProcess & { url: string };
let token = '';
const streamIds = new Set<string>();

beforeAll(async () => {
  [ollama, openai] = await Promise.all([startFakeOllama(), startFakeOpenai()]);
  runner = new MainRunner();
  const adding = runner.run(['--add-token', 'printer']);
  await adding.exit;
  token = /dragoman_\S+/.exec(adding.stdout.text())?.[0] ?? '';
  const engines = ['--ollama-host', ollama.url, '--openai-base-url', openai.url, '--engine', 'ollama'];
  const limits = ['--max-chars', '1000', '--max-texts', '10', '--body-limit', '20kb'];
  const env = { OPENAI_API_KEY: 'canary-api-key' };
  server = await runner.start(['--log-level', 'debug', ...engines, ...limits], { env });
});

afterAll(async () => {
  runner.end();
  await Promise.all([ollama.close(), openai.close()]);
});

const headers: RawHeaders = [
  ['Content-Type', 'application/json'],
  ['User-Agent', 'canary-agent'],
  ['Cookie', 'canary-cookie'],
];

/** A word of its own in every field of text. */
const wish = {
  target: 'pt',
  context: { before: 'canary-before', after: 'canary-after', title: 'canary-title' },
  instructions: 'canary-instructions',
  glossary: [{ source: 'canary-term', target: 'canary-meaning' }],
};

const original = 'POST /translate_stream';

const ways: [name: string, line: string, body: object, accept?: string][] = [
  ['a stream', 'POST /v1/translate', { ...wish, text: 'canary-text is here.' }],
  ['JSON', 'POST /v1/translate', { ...wish, texts: ['canary-text', 'canary-text too'] }, 'application/json'],
  [
    'a page',
    'POST /v1/translate',
    { ...wish, text: '<p title="canary-attribute">canary-text', format: 'html' },
  ],
  ['a model', 'POST /v1/translate', { target: 'pt', text: 'canary-text is here.', model: 'canary-model' }],
  ['the original interface', original, { text: 'canary-text is here.', language_dst: 'pt' }],
];

/** A client sees its own text again, its own markup and model, and what the engine made of them; nothing else that it sent or the engine said. */
const ownWords = /canary-(text|attribute|model|term|meaning|translation)/g;

describe.each(ways)('asked for %s', (_name, line, body, accept) => {
  it.each(ollamaFailures)("repeats only the client's words when Ollama %s", async (_failure, behaviour) => {
    ollama.tell(behaviour);
    await ask(line, body, accept);
  });
});

// The original interface cannot name an engine.
describe.each(ways.filter(([, line]) => line !== original))('asked for %s', (_name, line, body, accept) => {
  it.each(openaiFailures)(
    "repeats only the client's words when an OpenAI-compatible server %s",
    async (_failure, behaviour) => {
      openai.tell(behaviour);
      await ask(line, { ...body, engine: 'openai' }, accept);
    },
  );
});

async function ask(line: string, body: object, accept = '*/*'): Promise<void> {
  const own: RawHeaders = [
    ['Accept', accept],
    ['Authorization', `Bearer ${token}`],
    ['Idempotency-Key', `canary-key-${Math.random()}`],
  ];
  const answer = await sendWithLength({ line, headers: [...headers, ...own], body: JSON.stringify(body) });
  // Or nothing was tried.
  expect([200, 404, 502, 503]).toContain(answer.status);
  const id = /^id: (?<id>[^:]+):1$/m.exec(answer.body)?.groups?.['id'];
  if (id !== undefined) streamIds.add(id);
  expectSilence(answer, ownWords);
}

describe('refuses', () => {
  it.each(Object.entries(refusedRequests))('%s without its words', async (_name, request) => {
    const answer = await sendWithLength(request);
    expect(answer.status).toBeGreaterThan(0);
    const repeats = request.repeats ?? [];
    expectSilence(answer, new RegExp(repeats.join('|') || '(?!)', 'g'));
  });

  it.each(Object.entries(unreadableRequests))('%s without its words', async (_name, bytes) => {
    expectSilence(await sendBytes(server.url, bytes), /canary-host/g);
  });
});

/** After all of the above. */
describe('writes', () => {
  it('no word of anybody to metrics', async () => {
    expectSilence(await sendWithLength({ line: 'GET /metrics' }));
  });

  it('no word of anybody into the data folder', () => {
    const files = readdirSync(runner.dataDir, { recursive: true, withFileTypes: true });
    const contents = files
      .filter((file) => file.isFile())
      .map((file) => readFileSync(path.join(file.parentPath, file.name), 'utf8'));
    const all = [...files.map(({ name }) => name), ...contents].join('\n');
    expect(all).toContain('printer');
    expect(all).not.toContain(token);
    expect(findCanaries(all)).toEqual([]);
  });

  it('no word of anybody, and no name of a stream, to its log and its output', async () => {
    server.child.kill('SIGTERM');
    expect(await server.exit).toEqual([0, null]);
    const log = server.stderr.text();
    expect(log).toContain('"msg":"translation ended"');
    expect(log).toContain('"msg":"segment failed"');
    expect(log).toContain('"code":"model_not_found"');
    expect(streamIds.size).toBeGreaterThan(20);
    const written = log + server.stdout.text();
    expect([token, ...streamIds].filter((secret) => written.includes(secret))).toEqual([]);
    expect(findCanaries(written)).toEqual([]);
  });
});

function sendWithLength({ line, headers: own = [], body = '', host }: RefusedRequest): Promise<RawAnswer> {
  const length: RawHeaders = body === '' ? [] : [['Content-Length', String(body.length)]];
  const { host: right } = new URL(server.url);
  return sendRaw(server.url, { line, headers: [['Host', host ?? right], ...own, ...length], body });
}

function expectSilence({ headers: given, body }: RawAnswer, allowed = /(?!)/g): void {
  expect(findCanaries([...given].flat().join('\n'))).toEqual([]);
  expect(findCanaries(body.replaceAll(allowed, ''))).toEqual([]);
}

function findCanaries(text: string): string[] {
  return text.match(/.{0,30}canary.{0,30}/gi) ?? [];
}
