import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startFakeOllama, type FakeOllama } from '../../fakes/fake-ollama.ts';
import { answers } from '../../fakes/ollama-answers.ts';
import { diesHalfway, fails, stallsBeforeHeaders } from '../../fakes/ollama-misfortunes.ts';
import { startTestServer, type TestServer } from '../start-test-server.ts';

const canary = 'canary-7b2e';

let ollama: FakeOllama;
let server: TestServer;

beforeEach(async () => {
  ollama = await startFakeOllama({ models: ['qwen3:8b', canary] });
  server = await startTestServer('--ollama-host', ollama.url, '--engine', 'ollama');
});

afterEach(async () => {
  await server.stop();
  await ollama.close();
});

it("answers in Prometheus' text format, never from a cache", async () => {
  const response = await fetch(`${server.url}/metrics`);
  expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  expect(response.headers.get('cache-control')).toBe('no-store');
  await response.body?.cancel();
});

it('counts what was translated over either interface', async () => {
  await translate('/v1/translate', { text: 'Hello', target: 'pt' });
  await translate('/translate_stream', { text: 'Hello', language_dst: 'pt' });
  const text = await readMetrics();
  expect(text).toContain('dragoman_translations_total{engine="ollama",reason="stop"} 2');
  expect(text).toContain('dragoman_segments_total{status="translated"} 2');
  expect(text).toContain('dragoman_characters_total{engine="ollama"} 10');
  expect(text).toContain('dragoman_first_token_seconds_count{engine="ollama"} 2');
});

it('counts what failed as a whole', async () => {
  await translate('/v1/translate', { text: 'Hello', target: 'pt', model: 'missing' });
  const text = await readMetrics();
  expect(text).toContain('dragoman_translations_total{engine="ollama",reason="error"} 1');
  expect(text).toContain('dragoman_errors_total{code="model_not_found"} 1');
});

it('tells what runs and what waits', async () => {
  ollama.tell(stallsBeforeHeaders());
  const leaving = new AbortController();
  const ask = (text: string): Promise<Response> =>
    server.post('/v1/translate', { text, target: 'pt' }, { signal: leaving.signal });
  await Promise.all([ask('Hello'), ask('Goodbye')]);
  const text = await readMetrics();
  leaving.abort();
  expect(text).toContain('dragoman_running_translations{engine="ollama"} 1');
  expect(text).toContain('dragoman_queued_translations{engine="ollama"} 1');
  expect(text).toContain('dragoman_running_translations{engine="bergamot"} 0');
});

it('holds nothing of what clients and models say', async () => {
  const bodies = [
    { text: canary, target: 'pt', model: canary, context: { title: canary } },
    { text: canary, target: 'pt', model: `${canary}-missing` },
    { text: canary, target: canary },
    { text: canary, target: 'pt', [canary]: 1 },
    { text: canary, language_dst: 'pt' },
  ];
  for (const behaviour of [answers([canary]), diesHalfway([canary]), fails(500, canary)]) {
    ollama.tell(behaviour);
    for (const body of bodies) {
      await translate('/v1/translate', body);
      await translate('/translate_stream', body);
    }
  }
  const text = await readMetrics();
  expect(text).toContain('dragoman_translations_total{engine="ollama",reason="stop"}');
  expect(text).toContain('dragoman_translations_total{engine="ollama",reason="failed"}');
  expect(text).not.toContain(canary);
  expect(text).not.toMatch(/127\.0\.0\.1|qwen3|[\w-]{22}:\d/);
});

it('counts only what the README lists, and all of it', async () => {
  const readme = readFileSync(path.join(import.meta.dirname, '../../../README.md'), 'utf8');
  const listed = [...readme.matchAll(/^\| `(?<name>(?:dragoman|process)_\w+)`/gm)].map(([, name]) => name);
  const counted = [...(await readMetrics()).matchAll(/^# TYPE (?<name>\w+)/gm)].map(([, name]) => name);
  expect(counted.length).toBeGreaterThan(10);
  expect(counted.toSorted()).toEqual(listed.toSorted());
});

async function translate(route: string, body: object): Promise<void> {
  const response = await server.post(route, body);
  await response.text();
}

async function readMetrics(): Promise<string> {
  const headers = { authorization: `Bearer ${canary}` };
  return (await fetch(`${server.url}/metrics`, { headers })).text();
}
