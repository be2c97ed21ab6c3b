import { afterAll, expect, test } from 'vitest';
import { createBergamotEngine } from '../../../../server/engines/bergamot/bergamot-engine.ts';
import { readHtmlTokens } from '../../../../server/engines/bergamot/html-tokens.ts';
import { translateHtmlSentence } from '../../../../server/engines/bergamot/translate-html.ts';
import type { EngineEvent } from '../../../../server/engines/engine.ts';
import { readMarkup } from '../../../../server/markup/read-markup.ts';

const engine = createBergamotEngine();
afterAll(() => engine.close());

async function listEvents(text: string): Promise<EngineEvent[]> {
  const call = { text, format: 'html', source: 'en', target: 'pt', model: engine.defaultModel } as const;
  const events: EngineEvent[] = [];
  for await (const event of engine.translate(call, new AbortController().signal)) events.push(event);
  return events;
}

async function translate(html: string): Promise<string | undefined> {
  const markup = readMarkup(html);
  const events = await listEvents(markup.html);
  return markup.native.build(events.map((event) => (event.type === 'text' ? event.text : '')).join(''));
}

// Runs as they stand on real pages.
test.each([
  ['Read <a href="/m">the manual</a> before you start.', 'Leia <a href="/m">o manual</a> antes de começar.'],
  ['Click <a href="/x"><b>here</b></a> to continue.', 'Clique <a href="/x"><b>aqui</b></a> para continuar.'],
  ['He did <i>not</i> sleep well last night.', 'Ele <i>não</i> dormiu bem ontem à noite.'],
  [
    'Run <code>npm install</code> and then <code>npm start</code>.',
    'Executar <code>npm install</code> e depois <code>npm start</code>.',
  ],
  [
    'Both the <b>red</b> and the <b>blue</b> car are for sale.',
    'Tanto o <b>vermelho</b> como o carro <b>azul</b> estão à venda.',
  ],
  [
    'H<sub>2</sub>O is the chemical formula of <a href="/w">water</a>.',
    'H<sub>2</sub>O é a fórmula química da <a href="/w">água</a>.',
  ],
  [
    '“Hello,” <em>she</em> said. “How are <b>you</b>?”',
    '“Olá”, <em>ela</em> disse. “Como <b>você</b> está?”',
  ],
  ['It costs <b>€1,200</b> — or <b>£1.5 million</b>.', 'Custa <b>€1,200</b> — ou <b>£1.5 milhões</b>.'],
  [
    'Please write to <a href="mailto:a@b.org">info@b.org</a>.',
    'Por favor escreva para <a href="mailto:a@b.org">info@b.org</a>.',
  ],
  [
    'AT&amp;T and <b>Johnson &amp; Johnson</b> signed the contract.',
    'A AT&amp;T e <b>a Johnson &amp; Johnson</b> assinaram o contrato.',
  ],
  [
    'First sentence. <b>One. Two is here.</b> Third sentence.',
    'Primeira frase. <b>Um. Dois está aqui.</b> Terceira sentença.',
  ],
])('%j becomes %j', async (html, translation) => {
  expect(await translate(html)).toBe(translation);
});

test('sentences come one by one, with the white space and the line breaks between them', async () => {
  const events = await listEvents(
    'I live in <b id="1">Lisbon</b>.<br id="2">It is a beautiful city. Do you like it?',
  );
  expect(events.filter(({ type }) => type === 'text')).toEqual([
    { type: 'text', text: 'Eu moro em <b id="1">Lisboa</b>.' },
    { type: 'text', text: '<br id="2">' },
    { type: 'text', text: 'É uma cidade bonita.' },
    { type: 'text', text: ' ' },
    { type: 'text', text: 'Você gosta?' },
  ]);
});

test('a text without tags is translated as plain text is', async () => {
  const events = await listEvents('Thank you');
  expect(events).toContainEqual({ type: 'text', text: 'Obrigado' });
});

test('numbers that the models change are masked, in a second attempt', async () => {
  const asked: string[] = [];
  const changesNumbers = (texts: readonly string[]): Promise<string[]> => {
    asked.push(...texts);
    return Promise.resolve(texts.map((text) => text.replace('1850', '1950').replace('In', 'Em')));
  };
  const translators = { translateTexts: changesNumbers, translateHtml: changesNumbers };
  const tokens = readHtmlTokens('In 1850 <b id="1">here</b>');
  expect(await translateHtmlSentence(tokens, translators)).toBe('Em 1850 <b id="1">here</b>');
  expect(asked).toEqual(['In 1850 <b id="1">here</b>', 'In X1 <b id="1">here</b>']);
});

test('a sentence whose code the models lose comes back without tags, but whole', async () => {
  const translators = {
    translateTexts: (texts: readonly string[]) => Promise.resolve([...texts]),
    translateHtml: () => Promise.resolve(['<b id="1">lost</b>']),
  };
  const tokens = readHtmlTokens('Run <code id="2">x</code> <b id="1">now &amp; here</b>');
  expect(await translateHtmlSentence(tokens, translators)).toBe('Run x now &amp; here');
});
