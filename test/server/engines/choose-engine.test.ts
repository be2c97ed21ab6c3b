import { expect, it } from 'vitest';
import { chooseEngine, createUnknownEngine, explainChoice } from '../../../server/engines/choose-engine.ts';

const model = 'qwen3:8b';
const down = { available: false, models: [], message: '' };
const bare = { available: true, models: ['llama3:latest'], message: '' };
const ready = { available: true, models: [model], message: '' };

it.each([
  ['auto', ready, 'ollama', /ollama with m \(it answers and has the model\)/],
  ['auto', bare, 'bergamot', /has no qwen3:8b.*ollama pull qwen3:8b/],
  ['auto', down, 'bergamot', /does not answer/],
  ['ollama', ready, 'ollama', /ollama with m \(as set\)$/],
  ['ollama', down, 'ollama', /ollama with m \(as set\), but Ollama does not answer/],
  ['bergamot', ready, 'bergamot', /bergamot with m \(as set\)$/],
] as const)('with the setting %s and %j takes %s and says why', (wanted, ollama, engine, sentence) => {
  expect(chooseEngine({ wanted, model, ollama })).toBe(engine);
  expect(explainChoice({ wanted, model, ollama }, { model: 'm', state: ready })).toMatch(sentence);
});

it.each([
  ['m', ready, 'Engine: openai with m (as set)'],
  [
    'm',
    { ...down, message: 'It does not answer.', fix: 'Start it.' },
    'Engine: openai with m (as set). But: It does not answer. Start it.',
  ],
  [
    '',
    { ...down, message: 'It does not answer.', fix: 'Start it.' },
    'Engine: openai (as set). But: It does not answer. Start it.',
  ],
])('with the setting openai, model %j and %j says %s', (name, state, sentence) => {
  const choice = { wanted: 'openai', model, ollama: down } as const;
  expect(chooseEngine(choice)).toBe('openai');
  expect(explainChoice(choice, { model: name, state })).toBe(sentence);
});

it('tells what it takes to run an engine that needs an address', () => {
  expect(createUnknownEngine('openai').hint).toContain('--openai-base-url');
  expect(createUnknownEngine('bergamot').hint).not.toContain('--openai-base-url');
});

it('knows a model by its name without the tag latest', () => {
  expect(chooseEngine({ wanted: 'auto', model: 'llama3', ollama: bare })).toBe('ollama');
});
