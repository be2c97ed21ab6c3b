import { expect, it } from 'vitest';
import { startDragoman } from '../e2e/browsers/start-dragoman.ts';
import { startFakeOllama } from '../fakes/fake-ollama.ts';
import { answers } from '../fakes/ollama-answers.ts';
import { diesHalfway, fails, lacksModel, sendsErrorLine } from '../fakes/ollama-misfortunes.ts';

const canary = 'canary-4f1d';
const json = { 'content-type': 'application/json' };

const bodies = [
  { text: canary, target: 'pt' },
  { texts: [canary, canary], target: 'pt', context: { title: canary } },
  { text: canary, target: 'pt', instructions: canary, glossary: [{ source: canary, target: canary }] },
  { text: `<p>${canary}`, target: 'pt', format: 'html' },
  { text: canary, target: canary },
  { text: canary, target: 'pt', [canary]: 1 },
  { text: canary, language_dst: canary },
  { text: canary, language_dst: 'pt' },
];

const requests = ['/v1/translate', '/v1/detect', '/translate_stream', `/${canary}`].flatMap((path) =>
  bodies.map((body) => [path, body] as const),
);

it('logs what happened, but never a text, a token or the id of a stream', async () => {
  const ollama = await startFakeOllama();
  const server = await startDragoman(
    '--log-level',
    'debug',
    '--token',
    canary,
    '--ollama-host',
    ollama.url,
    '--engine',
    'ollama',
  );
  const behaviours = [
    answers([canary]),
    diesHalfway([canary]),
    fails(500, canary),
    sendsErrorLine([canary], canary),
    lacksModel(canary),
  ];
  const streamIds: string[] = [];
  for (const behaviour of behaviours) {
    ollama.tell(behaviour);
    for (const [path, body] of requests) streamIds.push(...(await readStreamIds(server.url + path, body)));
  }
  await server.stop();
  await ollama.close();
  const log = server.readOutput();
  expect(log).toContain('"msg":"translation ended"');
  expect(log).toContain('"code":"engine_error"');
  expect(log).toContain('"code":"model_not_found","msg":"translation failed"');
  expect(streamIds.length).toBeGreaterThan(5);
  expect([canary, ...streamIds].filter((secret) => log.includes(secret))).toEqual([]);
});

async function readStreamIds(address: string, body: object): Promise<string[]> {
  const headers = { ...json, authorization: `Bearer ${canary}` };
  const response = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) });
  const id = /^id: (?<id>[^:]+):1$/m.exec(await response.text())?.groups?.id;
  return id === undefined ? [] : [id];
}
