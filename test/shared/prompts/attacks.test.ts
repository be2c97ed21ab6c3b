import { expect, it } from 'vitest';
import { chooseProfile } from '../../../shared/prompts/choose-profile.ts';
import { controlTokenStart } from '../../../shared/prompts/control-token-start.ts';
import { neutralizeRequest } from '../../../shared/prompts/neutralize.ts';
import type { ProfileName, PromptRequest } from '../../../shared/prompts/prompt.ts';
import { readAttacks } from '../../read-attacks.ts';

const attacks = readAttacks();

/** A model of every profile and of every variant of one. */
const models =
  'llama3.2 qwen3:8b qwen3:4b-instruct qwq deepseek-r1 hy-mt1.5 hunyuan-mt-7b hy-mt2 translategemma gemma3 mistral mistral-7b'.split(
    ' ',
  );

const translationModels: readonly ProfileName[] = ['hunyuan-mt', 'translategemma'];

interface Sent {
  model: string;
  isChat: boolean;
  /** The message of the user as it is sent, and with all control tokens put back. */
  raw: string;
  restored: string;
}

function send(request: PromptRequest): Sent[] {
  const neutral = neutralizeRequest(request);
  return models.map((model) => {
    const profile = chooseProfile(model);
    const raw = profile.buildPrompt(neutral.request).messages.at(-1)?.content ?? '';
    const isChat = !translationModels.includes(profile.name);
    return { model, isChat, raw, restored: neutral.restore(raw) };
  });
}

function getDelimiter({ raw }: Sent): string {
  return /two lines (?<mark>=\S*=) from/.exec(raw)?.groups?.['mark'] ?? '';
}

function getWrong(request: PromptRequest, isRight: (sent: Sent) => boolean): string[] {
  return send(request)
    .filter((sent) => !isRight(sent))
    .map(({ model }) => model);
}

it('has at least 70 attacks and traps with names of their own, in several languages', () => {
  expect(attacks.length).toBeGreaterThanOrEqual(70);
  expect(new Set(attacks.map(({ name }) => name)).size).toBe(attacks.length);
  expect(new Set(attacks.map(({ source }) => source)).size).toBeGreaterThan(10);
  expect(attacks.filter(({ kind }) => kind === 'trap').length).toBeGreaterThan(30);
  expect(attacks.filter(({ text, obeyed }) => text.trim() === '' || obeyed.trim() === '')).toEqual([]);
});

it.each(attacks)('sends every model the whole text of "$name", exactly once', ({ text, source, target }) => {
  expect(getWrong({ text, source, target }, ({ restored }) => restored.split(text).length === 2)).toEqual([]);
});

it.each(attacks)(
  'sends no model a control token out of "$name", wherever it stands',
  ({ text, source, target }) => {
    const context = { title: text, before: text, after: text };
    const glossary = [{ source: text, target: text }];
    const everywhere = { text, source, target, context, glossary, instructions: text, faults: [text] };
    expect(getWrong(everywhere, ({ raw }) => raw.search(controlTokenStart) === -1)).toEqual([]);
  },
);

it.each(attacks)(
  'puts "$name" between delimiters and an instruction after it for chat models',
  ({ text, source, target }) => {
    const everywhere = { text, source, target, context: { before: text }, instructions: text };
    const wrong = getWrong(everywhere, (sent) => {
      const delimiter = getDelimiter(sent);
      const [before, between, after, ...more] = sent.restored.split(`\n${delimiter}\n`);
      return (
        !sent.isChat ||
        (delimiter !== '' &&
          !text.includes(delimiter) &&
          before?.includes('Translate the text between the two lines') === true &&
          between === text &&
          after?.endsWith(', and nothing else.') === true &&
          more.length === 0)
      );
    });
    expect(wrong).toEqual([]);
  },
);

it.each(attacks)(
  'lets nothing follow "$name" where a translation model would translate it',
  ({ text, source, target }) => {
    expect(
      getWrong({ text, source, target }, ({ isChat, restored }) => isChat || restored.endsWith(text)),
    ).toEqual([]);
  },
);

it.each(attacks)(
  'keeps "$name" on a line of its own kind where it is context',
  ({ text, source, target }) => {
    const request = { text: 'Hello', source, target, context: { before: text } };
    const lines = send(request).map(({ model, raw }) => [model, raw.split('\n').length]);
    const calm = send({ ...request, context: { before: 'calm' } }).map(({ model, raw }) => [
      model,
      raw.split('\n').length,
    ]);
    expect(lines).toEqual(calm);
  },
);
