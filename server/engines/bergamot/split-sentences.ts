/** A sentence and the white space and control characters after it; either may be empty. */
export interface Sentence {
  text: string;
  gap: string;
}

/** Cuts a text into sentences. Joined again, texts and gaps are the whole text. */
export function splitSentences(text: string, language: string): Sentence[] {
  return splitLines(text).flatMap((line) => splitLine(line, language));
}

/** What a model would flatten: white space other than single spaces, and control characters. */
const hardGap = /(?:(?! [^\s\p{Cc}])[\s\p{Cc}])+/gu;

function splitLines(text: string): Sentence[] {
  const lines: Sentence[] = [];
  let start = 0;
  for (const { 0: gap, index } of text.matchAll(hardGap)) {
    lines.push({ text: text.slice(start, index), gap });
    start = index + gap.length;
  }
  lines.push({ text: text.slice(start), gap: '' });
  return lines;
}

function splitLine(line: Sentence, language: string): Sentence[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  const sentences = Array.from(segmenter.segment(line.text), ({ segment }) => {
    const text = segment.trimEnd();
    return { text, gap: segment.slice(text.length) };
  });
  const last = sentences.pop() ?? { text: '', gap: '' };
  return [...sentences, { text: last.text, gap: last.gap + line.gap }];
}
