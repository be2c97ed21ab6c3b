import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ThinkFilter } from '../../../server/pipeline/think-filter.ts';

it.each([
  ['no thinking', 'Olá', 'Olá', 0],
  ['a block before the answer', '<think>hm</think>Olá', 'Olá', 2],
  ['white space before and after the block', '\n <think>\nhm\n</think>\n\nOlá', '\n\nOlá', 4],
  ['an empty block', '<think></think>Olá', 'Olá', 0],
  ['a block that is never closed', '<think>hm', '', 2],
  ['a block that is closed in vain', '<think>hm</thin', '', 8],
  ['a tag in the answer', 'Use <think> aqui </think>', 'Use <think> aqui </think>', 0],
  ['a second block', '<think>a</think>b<think>c</think>', 'b<think>c</think>', 1],
  ['a closing tag alone', 'a</think>b', 'a</think>b', 0],
  ['the beginning of a tag', '<thi', '<thi', 0],
  ['another tag', '<thinking>a', '<thinking>a', 0],
])('shows and counts right with %s, however it is cut', (_name, answer, text, thoughtChars) => {
  fc.assert(
    fc.property(fc.array(fc.nat(answer.length)), (cuts) => {
      expect(filter(cutAt(answer, cuts))).toEqual({ text, thoughtChars });
    }),
  );
});

it('holds back nothing that can be no tag', () => {
  expect(new ThinkFilter().push('O')).toEqual({ text: 'O', thoughtChars: 0 });
});

function filter(pieces: string[]) {
  const stage = new ThinkFilter();
  const results = [...pieces.map((piece) => stage.push(piece)), stage.end()];
  return {
    text: results.map(({ text }) => text).join(''),
    thoughtChars: results.reduce((sum, { thoughtChars }) => sum + thoughtChars, 0),
  };
}

function cutAt(text: string, cuts: number[]): string[] {
  const places = [0, ...cuts.sort((a, b) => a - b), text.length];
  return places.slice(1).map((end, index) => text.slice(places[index], end));
}
