import { createSampleText, translateSample, type SampleTarget } from '../bench/sample-text.ts';
import type { Random } from './random.ts';

/** A text, and what a whole translation of it must be. */
export interface Sample {
  text: string;
  target: SampleTarget;
  /** The engine's translation of a part of the text, which segments are. */
  translate: (part: string) => string;
}

const languageNames: Readonly<Record<SampleTarget, string>> = {
  pt: 'Portuguese',
  de: 'German',
  ja: 'Japanese',
  ru: 'Russian',
  ar: 'Arabic',
};

const sentences = [...new Set(createSampleText(10_000).split(/(?<=[.?])\s+/))];

/** Some paragraphs. No sentence stands twice in one of them, which a model that goes round in circles would do. */
export function drawSample(random: Random): Sample {
  const paragraphs = Array.from({ length: random.whole(1, 3) }, () =>
    random.draw(sentences, random.whole(1, 6)).join(' '),
  );
  const [target = 'pt'] = random.draw(Object.keys(languageNames) as SampleTarget[], 1);
  return {
    text: paragraphs.join('\n\n'),
    target,
    translate: (part) => translateSample(part, languageNames[target]),
  };
}
