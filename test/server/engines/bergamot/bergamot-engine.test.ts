import { afterAll, expect, test } from 'vitest';
import { createBergamotEngine } from '../../../../server/engines/bergamot/bergamot-engine.ts';

const engine = createBergamotEngine();
afterAll(() => engine.close());

async function translate(text: string, source = 'en', target = 'pt'): Promise<string> {
  let translation = '';
  const call = { text, source, target, model: engine.defaultModel };
  for await (const event of engine.translate(call, new AbortController().signal)) {
    if (event.type === 'text') translation += event.text;
  }
  return translation;
}

test('English becomes Portuguese', async () => {
  expect(await translate('How are you today?')).toBe('Como você está hoje?');
});

test('Portuguese becomes English', async () => {
  expect(await translate('Onde fica a biblioteca?', 'pt', 'en')).toBe('Where is the library?');
});
