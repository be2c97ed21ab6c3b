import { beforeEach, expect, test } from 'vitest';
import { installFakeBrowser } from '../fake-browser.ts';
import { collectMessages } from './collect-messages.ts';
import { done, ends, sends, start, startScriptedServer } from './scripted-server.ts';

const browser = installFakeBrowser();
const { getWishes } = await import('../../../extension/background/get-wishes.ts');
const { loadSettings } = await import('../../../extension/settings/settings.ts');
const { runTranslation } = await import('../../../extension/background/run-translation.ts');

beforeEach(() => {
  browser.stored = {};
});

const glossary = [{ source: 'bank', target: 'banco' }];

test.each<[Record<string, unknown>, object]>([
  [{}, {}],
  [{ formality: 'default', instructions: ' \n', engine: '', model: '', glossary: [] }, {}],
  [{ engine: 'ollama' }, { engine: 'ollama' }],
  [{ model: 'qwen3:4b' }, { model: 'qwen3:4b' }],
  [{ formality: 'less' }, { formality: 'less' }],
  [{ instructions: ' Be brief.\n' }, { instructions: 'Be brief.' }],
  [{ instructions: 'cut \ud83d' }, { instructions: 'cut \ufffd' }],
  [{ glossary }, { glossary }],
  [
    { glossary: [...glossary, { source: 'house', target: 'casa' }, { source: 'ban', target: '' }] },
    { glossary },
  ],
  [{ glossary: [{ source: 'ba', target: '\ude00' }] }, { glossary: [{ source: 'ba', target: '\ufffd' }] }],
])('of the settings %j the server is asked for %j', async (stored, wishes) => {
  browser.stored = stored;
  expect(getWishes(await loadSettings(), ['The bank.'])).toEqual(wishes);
});

test('all of them go with each translation', async () => {
  const server = await startScriptedServer(sends([start, done], 1, ends));
  const wishes = { engine: 'openai', model: 'm', formality: 'more', instructions: 'Be brief.', glossary };
  browser.stored = { server: server.address, secondTarget: '', ...wishes };
  const running = runTranslation(
    { key: 'k', texts: ['Hello, bank'], target: 'pt' },
    new AbortController().signal,
  );
  expect((await collectMessages(running)).length).toBe(2);
  expect(server.requests[0]?.body).toEqual({ text: 'Hello, bank', target: 'pt', resume: true, ...wishes });
  await server.close();
});
