import { expect, test } from 'vitest';
import {
  describeTranslation,
  type ExpectedWait,
  type TranslationProgress,
} from '../../shared/describe-translation.ts';
import type { Phase } from '../../shared/translation-event.ts';
import { emptyTranslation } from '../../shared/translation-state.ts';
import { say } from '../../shared/say.ts';

function progress(phase: Phase, wait: ExpectedWait): TranslationProgress {
  return { translation: { ...emptyTranslation, phase }, wait, stopped: false };
}

const loading: ExpectedWait = { phase: 'loading', seconds: 12, isLong: false };
const reading: ExpectedWait = { phase: 'reading', seconds: 3, isLong: false };

test.each<[string, Phase, ExpectedWait, string]>([
  ['loading took a while last time', 'loading', loading, say('loadingAsBefore', 12)],
  ['the first words usually take a while', 'reading', reading, say('firstWords', 3)],
  ['they take longer than that', 'reading', { ...reading, isLong: true }, say('longer')],
])('when %s, that is told', (_what, phase, wait, line) => {
  expect(describeTranslation(progress(phase, wait))).toMatchObject({ state: phase, line, isWait: true });
});

test.each<[string, Phase, ExpectedWait, string]>([
  ['the first words usually come at once', 'reading', { ...reading, seconds: 0 }, say('reading')],
  ['the wait is over', 'writing', { ...reading, isLong: true }, say('writing')],
  ['the model thinks', 'thinking', reading, say('thinking')],
])('when %s, the line is as ever', (_what, phase, wait, line) => {
  const said = describeTranslation(progress(phase, wait));
  expect(said.line).toBe(line);
  expect(said.isWait).toBeUndefined();
});

test('a server that is not there yet is waited for, with the button that leads to its setup', () => {
  const obstacle = { kind: 'unready', because: { kind: 'unreachable', server: 'localhost:9000' } } as const;
  const said = describeTranslation({ translation: emptyTranslation, obstacle, stopped: false });
  expect(said).toMatchObject({ state: 'blocked', line: say('unreachable'), failure: { action: 'setup' } });
});
