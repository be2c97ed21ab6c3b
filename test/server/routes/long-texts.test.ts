import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startFakeOllama, type FakeOllama } from '../../fakes/fake-ollama.ts';
import { translatesWithinContext } from '../../fakes/ollama-context.ts';
import { floresLanguages, readFloresLines } from '../../read-flores.ts';
import { getOnly, readAll, readEvents, startTestServer, type TestServer } from '../start-test-server.ts';

let ollama: FakeOllama;
let server: TestServer;

/** The model gives each text back as it is, so that what arrives can be compared; the checks would call that an echo. */
async function start(...flags: string[]): Promise<void> {
  ollama = await startFakeOllama({ behaviour: translatesWithinContext() });
  server = await startTestServer(
    ...['--ollama-host', ollama.url, '--engine', 'ollama', '--checks', 'off'],
    ...flags,
  );
}

beforeEach(() => start('--num-ctx', '4096'));

afterEach(async () => {
  await server.stop();
  await ollama.close();
});

describe('a text of 60,000 characters on a model of 4,096 tokens', () => {
  const text = Array.from({ length: 3 }, () => readFloresLines('en').join(' '))
    .join(' ')
    .slice(0, 60_000);

  it('is translated completely', async () => {
    expect(text).toHaveLength(60_000);
    const { events, text: translation } = await readAll(await translate(text, 'en'));
    expect(translation).toBe(text);
    expect(getOnly(events, 'done')).toMatchObject({ complete: true, reason: 'stop' });
  });

  it('begins to show within one call', async () => {
    const events = readEvents(await translate(text, 'en'));
    for await (const { event } of events) if (event === 'delta') break;
    expect(ollama.requests.filter(({ path }) => path === '/api/chat')).toHaveLength(1);
  });

  it('is translated completely in paragraphs too', async () => {
    const paragraphs = text.replaceAll(/(?:[^.]*\. ){4}/g, '$&\n\n');
    expect((await readAll(await translate(paragraphs, 'en'))).text).toBe(paragraphs);
  });
});

it('a text for a model that needs four times as many tokens as estimated is asked for in ever smaller pieces', async () => {
  await server.stop();
  await ollama.close();
  await start('--num-ctx', '2048', '--checks', 'on');
  ollama.tell(translatesWithinContext({ countTokens: (text) => text.length }));
  const text = readFloresLines('en').slice(0, 5).join(' ');
  const { events, text: translation } = await readAll(await translate(text, 'en'));
  expect(translation).toBe(text);
  expect(getOnly(events, 'done').complete).toBe(true);
});

it.each([
  ['one line of 20,000 characters without a space', 'abcdefghij'.repeat(2000)],
  ['nothing but emoji', '👩‍👩‍👧‍👦🙂🇧🇷'.repeat(300)],
  [
    'right-to-left and left-to-right mixed',
    'השנה היא 2026 and the word is "שלום" — مرحبا بكم في world!\n'.repeat(60),
  ],
  ['20,000 line breaks', 'a\n\nb'.concat('\n'.repeat(20_000), 'c')],
])('%s is complete', async (_name, text) => {
  const { events, text: translation } = await readAll(await translate(text));
  expect(translation).toBe(text);
  expect(getOnly(events, 'done').complete).toBe(true);
});

describe.each(floresLanguages)('200 sentences in one text: %s', (language) => {
  it('arrive whole and in order', async () => {
    const text = readFloresLines(language).join(' ');
    const { events, text: translation } = await readAll(await translate(text, language));
    expect(translation).toBe(text);
    expect(getOnly(events, 'done').complete).toBe(true);
  });
});

it('every call carries the sentences before it as context, and no call the text of another', async () => {
  const text = readFloresLines('en').slice(0, 60).join(' ');
  await readAll(await translate(text, 'en'));
  const contents = ollama.requests
    .filter(({ path }) => path === '/api/chat')
    .map(({ body }) => body?.messages?.at(-1)?.content ?? '');
  expect(contents.length).toBeGreaterThan(3);
  expect(contents[0]).not.toContain('[Before the text]');
  for (const content of contents.slice(1)) expect(content).toContain('[Before the text]');
});

it.each([
  ['of 150,000 characters', 150_000, 422, 'text_too_long'],
  ['of 5 MB', 5_000_000, 413, 'payload_too_large'],
])('a text %s is refused before anything is done', async (_name, chars, status, code) => {
  const response = await translate('a'.repeat(chars));
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ code });
  expect(ollama.requests.filter(({ path }) => path === '/api/chat')).toEqual([]);
});

/** Into a language that is not the text's own. */
function translate(text: string, source = 'auto'): Promise<Response> {
  return server.post('/v1/translate', { text, source, target: source === 'pt' ? 'en' : 'pt' });
}
