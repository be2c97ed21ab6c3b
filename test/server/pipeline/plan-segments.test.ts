import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../server/engines/engine.ts';
import type { Detector } from '../../../server/languages/detector.ts';
import { loadDetector } from '../../../server/languages/load-detector.ts';
import { planSegments, type SegmentFacts } from '../../../server/pipeline/plan-segments.ts';

let detect: Detector;

beforeAll(async () => {
  detect = await loadDetector();
});

const english = 'The weather was fine, and the whole family went out for a walk.';
const french = 'Le temps était beau et toute la famille est sortie se promener.';
const portuguese = 'O tempo estava bom e toda a família saiu para passear.';
const pairs = [
  { source: 'en', target: 'pt' },
  { source: 'pt', target: 'en' },
];

describe('with an engine for any language', () => {
  it.each([
    ['an English text', english, 'translate', 'en'],
    ['a word of no certain language', 'Zyx', 'translate', 'und'],
    ['a text in the target language', portuguese, 'same-language', 'pt'],
    ['a number', '42', 'keep', 'und'],
    ['white space', ' \n', 'keep', 'und'],
  ])('%s: %s → %s from %s', (_name, text, step, source) => {
    expect(plan([text])).toEqual({ source: source === 'pt' ? 'pt' : source, steps: [{ step, source }] });
  });

  it('asks the model for everything but white space in the original manner', () => {
    const { steps } = plan([portuguese, '42', ' '], { manner: 'original' });
    expect(steps.map(({ step }) => step)).toEqual(['translate', 'translate', 'keep']);
  });

  it('looks through markup to the language of the text', () => {
    const { steps } = plan([`<p class="the fine weather">${portuguese}</p>`], { isMarkup: true });
    expect(steps).toEqual([{ step: 'same-language', source: 'pt' }]);
  });
});

describe('with an engine of pairs', () => {
  it.each([
    ['the segment itself, when that is sure', [english, french], ['translate', 'no-pair'], ['en', 'fr']],
    ['the pair, when nobody knows', ['Zyx'], ['translate'], ['en']],
    [
      'the pair, for the rest of a text without one',
      [french, 'Zyx', english],
      ['no-pair', 'no-pair', 'translate'],
      ['fr', 'fr', 'en'],
    ],
  ])('takes the source from %s', (_name, texts, steps, sources) => {
    const planned = plan(texts, { engine: createEngine(true) }).steps;
    expect(planned.map(({ step }) => step)).toEqual(steps);
    expect(planned.map(({ source }) => source)).toEqual(sources);
  });

  it('refuses a request that it has no pair for at all', () => {
    expect(() => plan([french, '42'], { engine: createEngine(true) })).toThrow(
      expect.objectContaining({ code: 'unsupported_language' }),
    );
  });

  it('gives a text in the target language to the pair all the same in the original manner', () => {
    const { steps } = plan([portuguese], { engine: createEngine(true), manner: 'original' });
    expect(steps).toEqual([{ step: 'translate', source: 'en' }]);
  });
});

function plan(texts: string[], facts: Partial<SegmentFacts> = {}): ReturnType<typeof planSegments> {
  const segments = texts.map((text, index) => ({ text: index, start: 0, end: text.length }));
  const known = { given: 'und', target: 'pt', manner: 'checked' as const, isMarkup: false, before: '' };
  return planSegments({ texts, segments, engine: createEngine(false), ...known, ...facts }, detect);
}

/** The part of an engine that planning looks at. */
function createEngine(hasPairs: boolean): Engine {
  return { pairs: hasPairs ? pairs : undefined } as Engine;
}
