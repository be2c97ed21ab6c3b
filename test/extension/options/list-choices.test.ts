import { expect, test } from 'vitest';
import { listEngineChoices, listModelChoices } from '../../../extension/options/list-choices.ts';

const engines = [
  { name: 'ollama', available: true, chosen: true, defaultModel: 'qwen3:8b', models: ['qwen3:8b', 'gemma3'] },
  { name: 'openai', available: false, chosen: false, defaultModel: '', models: [] },
  {
    name: 'bergamot',
    available: true,
    chosen: false,
    defaultModel: 'firefox-tiny',
    models: ['firefox-tiny'],
  },
];

test.each<[string, typeof engines, string, string[]]>([
  [
    'all there are',
    engines,
    '',
    [
      '=The server’s choice: Ollama',
      'ollama=Ollama',
      'openai=OpenAI-compatible server (not ready)',
      'bergamot=Built-in models',
    ],
  ],
  [
    'the one that was chosen, of a server that is away',
    [],
    'ollama',
    ['=The server’s choice', 'ollama=Ollama (not ready)'],
  ],
  ['only the server’s choice, of one that is away', [], '', ['=The server’s choice']],
])('of engines it offers %s', (_what, known, engine, offered) => {
  const choices = listEngineChoices(known, { engine: engine as 'ollama', model: '' });
  expect(choices.map(({ value, label }) => `${value}=${label}`)).toEqual(offered);
});

test.each<[string, string, string[]]>([
  ['', '', ['=The server’s choice: qwen3:8b', 'qwen3:8b=qwen3:8b', 'gemma3=gemma3']],
  ['bergamot', '', ['=The server’s choice: firefox-tiny', 'firefox-tiny=firefox-tiny']],
  ['openai', '', ['=The server’s choice']],
  [
    'ollama',
    'old',
    ['=The server’s choice: qwen3:8b', 'qwen3:8b=qwen3:8b', 'gemma3=gemma3', 'old=old (not ready)'],
  ],
])('for the engine "%s" and the model "%s" it offers %j', (engine, model, offered) => {
  const choices = listModelChoices(engines, { engine: engine as 'ollama', model });
  expect(choices.map(({ value, label }) => `${value}=${label}`)).toEqual(offered);
});
