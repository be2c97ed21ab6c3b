import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  translateSentence,
  type TranslateTexts,
} from '../../../../server/engines/bergamot/translate-sentence.ts';

type Model = (text: string) => string;

async function translate(text: string, model: Model): Promise<string> {
  const translateTexts: TranslateTexts = (texts) => Promise.resolve(texts.map(model));
  return await translateSentence(text, translateTexts);
}

const treasures = [
  '{0}',
  '{{name}}',
  '`a  b`',
  'https://a.b/?c=D#e',
  'bob@example.com',
  '寿司',
  '€50',
  '👩‍👩‍👧‍👦',
  '🇧🇷',
  'C#',
  '%s',
];
const words = ['the', 'House', 'is', 'big', 'and', 'red'];
const models: Record<string, Model> = {
  'repeats the text': (text) => text,
  'loses everything': () => 'palavra',
  'loses placeholders': (text) => text.replace(/X\d+/g, ''),
  'doubles placeholders': (text) => text.replace(/X\d+/g, '$& $&'),
  'glues placeholders to words': (text) => text.replace(/ X(\d+)/g, 'X$1'),
  'says nothing': () => '',
};

test.each(Object.keys(models))('nothing is lost or doubled by a model that %s', async (name) => {
  const model = models[name] ?? String;
  const sentence = fc.tuple(
    fc.shuffledSubarray(treasures),
    fc.array(fc.constantFrom(...words), { minLength: 12, maxLength: 12 }),
  );
  const keeps = async ([kept, between]: [string[], string[]]): Promise<void> => {
    const text = between.map((word, i) => `${word} ${kept[i] ?? ''}`).join(', ');
    const translation = await translate(text, model);
    for (const treasure of kept) expect(translation.split(treasure)).toHaveLength(2);
  };
  await fc.assert(fc.asyncProperty(sentence, keeps), { numRuns: 100 });
});

test.each([
  '',
  ' ',
  '...',
  '42',
  '10:30 – 11:45',
  '🎉🎉',
  '→',
  'https://example.com',
  '`npm install`',
  '你好',
  '{0} {1}',
])('%j has no words and is never shown to the model', async (text) => {
  const model = (): string => {
    throw new Error('asked');
  };
  expect(await translate(text, model)).toBe(text);
});

test('what the model sees are its own characters', async () => {
  const seen: string[] = [];
  await translate('• It’s “naïve” — said Zoë… in 10\u00a0km\u00ad s to me 🎉', (text) => {
    seen.push(text);
    return text;
  });
  expect(seen).toEqual(['It\'s "naive" - said X1... in 10 km s to me']);
});

test('capitals are translated as small letters and become capitals again', async () => {
  const model = (text: string): string =>
    text.replace('breaking', 'últimas').replace('news from', 'notícias de');
  expect(await translate('BREAKING NEWS FROM {0} AND GERMANY', model)).toBe(
    'ÚLTIMAS NOTÍCIAS DE {0} AND GERMANY',
  );
});

test('an abbreviation in capitals stays what it is', async () => {
  expect(await translate('NASA', (text) => text)).toBe('NASA');
});

test('a number that the model changes is masked, and the second translation taken', async () => {
  const model = (text: string): string => text.replace('11,000', '1,000');
  expect(await translate('They cost about $11,000 in that shop', model)).toBe(
    'They cost about $11,000 in that shop',
  );
});

test('when masking numbers does not help the first translation stands', async () => {
  const model = (text: string): string => (text.includes('X1') ? 'lost' : 'às 17 horas em ponto');
  expect(await translate('at 5 in the afternoon sharp', model)).toBe('às 17 horas em ponto');
});

test('a wrapped sentence is translated whole and wrapped again', async () => {
  const model = (text: string): string => {
    expect(text).not.toMatch(/\n/);
    return text.toLowerCase();
  };
  const text = 'This Long Line was wrapped by a program in the mid-\ndle of a word\r\nand once more';
  expect(await translate(text, model)).toBe(
    'this long line was wrapped by a program in the\nmiddle of a word\r\nand once more',
  );
});
