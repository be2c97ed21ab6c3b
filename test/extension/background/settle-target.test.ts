import { afterEach, expect, test, vi } from 'vitest';
import type { DetectResponse } from '../../../shared/detect-response.ts';
import { installFakeBrowser } from '../fake-browser.ts';
import { collectMessages } from './collect-messages.ts';
import {
  breaks,
  done,
  ends,
  refuses,
  sends,
  start,
  startScriptedServer,
  type Answer,
  type ScriptedServer,
} from './scripted-server.ts';

const browser = installFakeBrowser();
const { runTranslation } = await import('../../../extension/background/run-translation.ts');

const text = 'Das ist ein ganzer Satz.';
const asked = { key: 'k', texts: [text], target: 'de' };
const translates = sends([start, done], 1, ends);
let server: ScriptedServer;

afterEach(async () => {
  vi.restoreAllMocks();
  await server.close();
});

function detects(...detections: DetectResponse['detections']): Answer {
  return (response) => {
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ detections }));
  };
}

const isGerman = detects({ language: 'de', confidence: 0.999 });

/** What a reader asked for who reads German, then English. */
async function run(
  answers: [Answer, ...Answer[]],
  changed: Partial<Parameters<typeof runTranslation>[0]> = {},
) {
  server = await startScriptedServer(...answers);
  browser.stored = { server: server.address, target: 'de', secondTarget: 'en' };
  const running = runTranslation({ ...asked, ...changed }, new AbortController().signal);
  await collectMessages(running);
  return server.requests;
}

test('a text that is in the target language already goes into the second', async () => {
  expect(await run([isGerman, translates])).toMatchObject([
    { method: 'POST', path: '/v1/detect', body: { text } },
    { method: 'POST', path: '/v1/translate', body: { text, target: 'en' } },
  ]);
});

test('the second one has a key of its own, for the next try may be decided otherwise', async () => {
  const [, second] = await run([isGerman, translates]);
  await server.close();
  const [, first] = await run([refuses(500, 'internal'), translates]);
  expect([first?.key, second?.key]).toEqual(['k', 'k:en']);
});

test.each<[string, Answer]>([
  ['is another language', detects({ language: 'fr', confidence: 1 })],
  ['is not sure', detects({ language: 'de', confidence: 0.9 })],
  ['says nothing', detects()],
  ['refuses', refuses(422, 'text_too_long')],
  ['breaks', breaks],
  ['talks nonsense', (response) => response.end('<p>hi')],
])('a detection that %s leaves it at the first', async (_how, answer) => {
  expect(await run([answer, translates])).toMatchObject([
    { path: '/v1/detect' },
    { path: '/v1/translate', key: 'k', body: { target: 'de' } },
  ]);
});

test('a server that takes its time does not hold the translation back', async () => {
  const late = new AbortController();
  vi.spyOn(AbortSignal, 'timeout').mockReturnValue(late.signal);
  const requests = await run([
    () => {
      late.abort();
    },
    translates,
  ]);
  expect(requests.at(-1)).toMatchObject({ path: '/v1/translate', body: { target: 'de' } });
});

test.each([
  ['a text that is too short to be sure', { texts: ['Hand'] }],
  ['a target that the reader chose for it', { isTargetFixed: true }],
])('%s is not looked into', async (_what, changed) => {
  expect(await run([translates], changed)).toMatchObject([{ path: '/v1/translate', body: { target: 'de' } }]);
});

test('what the reader says of its language is sent, and asked of nobody', async () => {
  const translations = await run([translates], { source: 'fr', texts: ['Main'] });
  expect(translations).toMatchObject([{ path: '/v1/translate', body: { source: 'fr', target: 'de' } }]);
});

test('what the reader says is in the target language goes into the second', async () => {
  expect(await run([translates], { source: 'de' })).toMatchObject([{ body: { source: 'de', target: 'en' } }]);
});

test('nor is a stream that goes on', async () => {
  expect(await run([translates], { after: 's:2' })).toMatchObject([{ method: 'GET' }]);
});

test('of a long text the beginning is enough, be it cut within a character', async () => {
  const long = `Anfang ${'Das ist ein Satz. 😀 '.repeat(500)}`;
  const [first] = await run([isGerman, translates], { texts: [long] });
  const sample = (first?.body as { text: string }).text;
  expect(sample).toHaveLength(2000);
  expect(sample.endsWith('\ufffd')).toBe(true);
  expect(sample.isWellFormed()).toBe(true);
});

test('stopping meanwhile ends it, and nothing more is asked', async () => {
  const stopping = new AbortController();
  server = await startScriptedServer(() => {
    stopping.abort(new Error('stopped'));
  });
  browser.stored = { server: server.address, target: 'de', secondTarget: 'en' };
  await expect(collectMessages(runTranslation(asked, stopping.signal))).rejects.toThrow('stopped');
  expect(server.requests).toHaveLength(1);
});
