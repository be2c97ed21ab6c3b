import { parseFragment, serialize } from 'parse5';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startFakeOllama, type FakeOllama } from '../../fakes/fake-ollama.ts';
import { answers } from '../../fakes/ollama-answers.ts';
import { getAskedText } from '../../fakes/ollama-context.ts';
import { inTurn } from '../../fakes/ollama-misfortunes.ts';
import { getOnly, readAll, startTestServer, type TestServer } from '../start-test-server.ts';

let ollama: FakeOllama;
let server: TestServer;

beforeAll(async () => {
  ollama = await startFakeOllama();
  server = await startTestServer('--ollama-host', ollama.url);
});

beforeEach(() => {
  ollama.requests.length = 0;
});

afterAll(async () => {
  await server.stop();
  await ollama.close();
});

const html = '<p class="a">The <b>red</b> door is <a href="/x?a=1&amp;b=2">open</a> today.</p>';
const tagged = 'The <1>red</1> door is <2>open</2> today.';

it('markup reaches the model as numbered tags and comes back as it was', async () => {
  ollama.tell(answers(['A porta <1>vermelha</1> está <2>', 'aberta</2> hoje.']));
  const { events, text } = await readAll(await translate(html));
  expect(text).toBe(
    '<p class="a">A porta <b>vermelha</b> está <a href="/x?a=1&amp;b=2">aberta</a> hoje.</p>',
  );
  expect(listAsked()).toEqual([tagged]);
  expect(getOnly(events, 'segment')).toMatchObject({ status: 'translated', text, checks: [] });
});

it('markup that the model loses is asked for once more, with the fault named', async () => {
  const whole = 'A porta <1>vermelha</1> está <2>aberta</2> hoje.';
  ollama.tell(inTurn(answers(['A porta vermelha está aberta hoje.']), answers([whole])));
  const { events, text } = await readAll(await translate(html));
  expect(text).toContain('<a href="/x?a=1&amp;b=2">aberta</a>');
  expect(getOnly(events, 'segment').checks).toEqual([
    expect.objectContaining({ check: 'markup', status: 'repaired' }),
  ]);
});

it('markup that the model loses twice is put round the whole, and that is said', async () => {
  ollama.tell(answers(['A porta vermelha está aberta hoje.']));
  const { events, text } = await readAll(await translate(html));
  expect(listElements(text)).toEqual(listElements(html));
  expect(text).toContain('A porta vermelha está aberta hoje.');
  expect(getOnly(events, 'segment').checks).toEqual([
    expect.objectContaining({ check: 'markup', status: 'failed' }),
  ]);
});

describe.each([
  '<script>alert(1)</script>',
  'A porta <1 onclick="x()">vermelha</1> está <2>aberta</2> hoje.',
  '<img src=x onerror=alert(1)> <1>vermelha</1> <2>aberta</2>',
  '</p><p>A porta</p>',
  '</2><1></1><2>',
])('an answer of %s', (answer) => {
  it('adds no element and changes no attribute', async () => {
    ollama.tell(answers([answer]));
    const { text } = await readAll(await translate(html));
    expect(listElements(text)).toEqual(listElements(html));
  });
});

it('each paragraph is a segment of its own, and what is no text is left as it is', async () => {
  ollama.tell(answers((body) => [getAskedText(body) === 'One cat.' ? 'Um gato.' : 'Dois gatos.']));
  const { text } = await readAll(
    await translate('<ul>\n <li>One cat.</li>\n <li>Two cats.</li>\n</ul><script>let a = "cat";</script>\n'),
  );
  expect(text).toBe(
    '<ul>\n <li>Um gato.</li>\n <li>Dois gatos.</li>\n</ul><script>let a = "cat";</script>\n',
  );
});

it('what needs no translation comes back as it is, without a model call', async () => {
  const source = '<table><tr><td>42 %<td>https://example.com/</table><!-- note -->';
  const { text } = await readAll(await translate(source));
  expect(text).toBe(source);
  expect(listAsked()).toEqual([]);
});

it('the embedded models carry markup over too', async () => {
  const { events, text } = await readAll(await translate(html, 'bergamot'));
  expect(getOnly(events, 'start').ignored).toEqual([]);
  expect(listElements(text)).toEqual(listElements(html));
  expect(text).toContain('porta');
});

function translate(text: string, engine = 'ollama'): Promise<Response> {
  return server.post('/v1/translate', { text, source: 'en', target: 'pt', format: 'html', engine });
}

function listAsked(): string[] {
  return ollama.requests
    .filter(({ path }) => path === '/api/chat')
    .map(({ body }) => getAskedText(body ?? {}));
}

/** The start tags of all elements, as the standard's own parser sees them. */
function listElements(fragment: string): string[] {
  return (serialize(parseFragment(fragment)).match(/<[a-z][^>]*>/g) ?? []).sort();
}
