import fc from 'fast-check';
import { readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, expect, onTestFinished, test, vi } from 'vitest';
import {
  createBergamotEngine,
  type BergamotOptions,
} from '../../../../server/engines/bergamot/bergamot-engine.ts';
import type { Engine, EngineEvent } from '../../../../server/engines/engine.ts';
import { packageRoot } from '../../../../server/package-root.ts';
import { splitSentences } from '../../../../server/engines/bergamot/split-sentences.ts';
import { createTemporaryFolder, createWorkerFile } from './temporary-worker.ts';
import { unicodeText } from './unicode-text.ts';

const modelsFolder = path.join(packageRoot, 'server/models');
const shared = createBergamotEngine();
afterAll(() => shared.close());

interface Direction {
  source?: string;
  target?: string;
  engine?: Engine;
}

async function listEvents(text: string, { source = 'en', target = 'pt', engine = shared }: Direction = {}) {
  const events: EngineEvent[] = [];
  const call = { text, source, target, model: engine.defaultModel };
  for await (const event of engine.translate(call, new AbortController().signal)) events.push(event);
  return events;
}

async function translate(text: string, direction: Direction = {}): Promise<string> {
  const events = await listEvents(text, direction);
  return events.map((event) => (event.type === 'text' ? event.text : '')).join('');
}

function startEngine(options: BergamotOptions): Engine {
  const engine = createBergamotEngine(options);
  onTestFinished(() => engine.close());
  return engine;
}

test('the first translation loads the models, and says so', async () => {
  const events = await listEvents('How are you today?', { engine: startEngine({}) });
  expect(events).toEqual([
    { type: 'phase', phase: 'loading' },
    { type: 'phase', phase: 'writing' },
    { type: 'text', text: 'Como você está hoje?' },
    { type: 'end', reason: 'stop', usage: { loadMs: expect.any(Number) as number } },
  ]);
});

test('sentences come one by one, with the white space between them', async () => {
  await translate('Good morning.');
  const events = await listEvents('I live in Lisbon.  It is a beautiful city.\r\n\r\nDo you like it?');
  expect(events).toEqual([
    { type: 'phase', phase: 'reading' },
    { type: 'phase', phase: 'writing' },
    { type: 'text', text: 'Eu moro em Lisboa.  ' },
    { type: 'text', text: 'É uma cidade bonita.\r\n\r\n' },
    { type: 'text', text: 'Você gosta?' },
    { type: 'end', reason: 'stop', usage: {} },
  ]);
});

// Sentences, headings and labels as they stand on real pages, and what must become of them.
test.each([
  ['Hello', 'Olá'],
  ['Thank you', 'Obrigado'],
  ['Terms | Privacy policy | Contact us', 'Termos | Política de privacidade | Fale conosco'],
  ['BREAKING NEWS: PRESIDENT RESIGNS', 'NOTÍCIAS DE ÚLTIMA HORA: PRESIDENTE RENUNCIA'],
  ['“Hello,” he said.', '“Olá”, ele disse.'],
  ['Hello {0}, you have {1} new messages.', 'Olá {0}, você tem {1} novas mensagens.'],
  ['Run `npm install` to start.', 'Execute o `npm install` para começar.'],
  ['Please write to info@example.org.', 'Por favor escreva para info@example.org.'],
  ['I ate 寿司 in 東京.', 'Eu comi 寿司 em 東京.'],
  ['• First item\n• Second item', '• Primeiro item\n• Segundo item'],
  ['The U.S. Army arrived.', 'O Exército dos EUA chegou.'],
  ['1st place 👩‍👩‍👧‍👦', '1º lugar 👩‍👩‍👧‍👦'],
  ['It costs €1,200 — or £1.5 million.', 'Custa €1,200 — ou £1.5 milhões.'],
  ['Line one\u2028line two\u0085line\0three\tfour', 'Linha um\u2028linha dois\u0085linha\0três\tquatro'],
])('%j becomes %j', async (text, translation) => {
  expect(await translate(text)).toBe(translation);
});

test.each([
  ['Onde fica a biblioteca?', 'Where is the library?'],
  ['Política de privacidade', 'Privacy policy'],
  ['ÚLTIMAS NOTÍCIAS DA ÁFRICA', 'LATEST NEWS FROM AFRICA'],
  ['O Sr. Silva, de 45 anos, chegou às 10h30.', 'Mr. Silva, 45, arrived at 10:30.'],
])('%j becomes %j', async (text, translation) => {
  expect(await translate(text, { source: 'pt', target: 'en' })).toBe(translation);
});

test('no text makes it crash or lose what stands between the sentences', async () => {
  const keeps = async (text: string): Promise<void> => {
    const events = await listEvents(text);
    const parts = events.flatMap((event) => (event.type === 'text' ? [event.text] : []));
    const gaps = splitSentences(text, 'en').map(({ gap }) => gap);
    expect(parts).toHaveLength(gaps.length);
    expect(parts.every((part, i) => part.endsWith(gaps[i] ?? ''))).toBe(true);
  };
  await fc.assert(fc.asyncProperty(unicodeText, keeps), { numRuns: 50 });
});

test('regions and an unknown source find their pair', async () => {
  expect(await translate('Good morning.', { source: 'und', target: 'pt-BR' })).toBe('Bom dia.');
});

test('a pair it has not got is unsupported_language, with the pairs it has', async () => {
  await expect(translate('Hello', { target: 'fr' })).rejects.toMatchObject({
    code: 'unsupported_language',
    hint: expect.stringContaining('en → pt, pt → en') as string,
  });
});

test('it is always available and says which pairs it has', async () => {
  expect(await shared.probe()).toEqual({
    available: true,
    models: [shared.defaultModel],
    message: 'Built in; translates en → pt, pt → en.',
  });
});

test('an abort takes effect at the next sentence, by throwing its reason', async () => {
  const abort = new AbortController();
  const call = {
    text: 'One day. Two days. Three days.',
    source: 'en',
    target: 'pt',
    model: shared.defaultModel,
  };
  const texts: string[] = [];
  const read = async (): Promise<void> => {
    for await (const event of shared.translate(call, abort.signal)) {
      if (event.type !== 'text') continue;
      texts.push(event.text);
      abort.abort(new Error('gone'));
    }
  };
  await expect(read()).rejects.toThrow('gone');
  expect(texts).toHaveLength(1);
});

test('an aborted call never starts a worker', async () => {
  const engine = startEngine({ workerFile: await createWorkerFile("throw new Error('started')") });
  const call = { text: 'Hello', source: 'en', target: 'pt', model: engine.defaultModel };
  const read = async (): Promise<void> => {
    for await (const event of engine.translate(call, AbortSignal.abort(new Error('gone'))))
      expect(event.type).toBe('phase');
  };
  await expect(read()).rejects.toThrow('gone');
});

test('a worker that dies in mid-text is replaced, and nothing is missing', async () => {
  const dying = "if (count === 1 && request.texts[0].includes('storm')) process.exit(1);";
  const engine = startEngine({ workerFile: await createWorkerFile(dying, { andTranslates: true }) });
  const text = 'The sky was blue. Then the storm came. We went home.';
  expect(await translate(text, { engine })).toBe(await translate(text));
});

test('a worker with nothing to do is ended, its memory given back, and loads again when needed', async () => {
  const engine = startEngine({ idleMs: 200 });
  await translate('Good morning.', { engine });
  const busyBytes = process.memoryUsage.rss();
  await vi.waitFor(() => {
    expect(process.memoryUsage.rss()).toBeLessThan(busyBytes - 100_000_000);
  }, 5000);
  const [first] = await listEvents('Good morning.', { engine });
  expect(first).toEqual({ type: 'phase', phase: 'loading' });
});

test('a model file with the wrong checksum is an error that names the file', async () => {
  const folder = await createTemporaryFolder();
  const checksums = await readFile(path.join(modelsFolder, 'checksums.json'), 'utf8');
  await writeFile(path.join(folder, 'checksums.json'), checksums.replace('633a3d', '000000'));
  await symlink(path.join(modelsFolder, 'en-pt'), path.join(folder, 'en-pt'));
  await expect(translate('Hello', { engine: startEngine({ modelsFolder: folder }) })).rejects.toMatchObject({
    code: 'engine_error',
    message: 'The model file en-pt/vocab.enpt.spm.br is damaged: its checksum is wrong.',
  });
});

test('a model file that is missing is an error that names the file', async () => {
  const folder = await createTemporaryFolder();
  await writeFile(
    path.join(folder, 'checksums.json'),
    await readFile(path.join(modelsFolder, 'checksums.json')),
  );
  await expect(translate('Hello', { engine: startEngine({ modelsFolder: folder }) })).rejects.toMatchObject({
    code: 'engine_error',
    message: 'The model file en-pt/model.enpt.intgemm.alphas.bin.br cannot be read.',
  });
});
