import { startFakeOllama, type FakeOllama } from '../../fakes/fake-ollama.ts';
import { answers } from '../../fakes/ollama-answers.ts';
import type { Behaviour, ChatBody } from '../../fakes/ollama-exchange.ts';
import * as misfortunes from '../../fakes/ollama-misfortunes.ts';

const tokens = ['Olá', ',', ' mundo', '!'];

const moods: readonly Behaviour[] = [
  ...Array.from({ length: 20 }, () => answers(tokens)),
  answers(tokens, { thoughts: ['Hm', ', well.'] }),
  misfortunes.fails(500, 'out of memory'),
  misfortunes.fails(400, 'bad request'),
  misfortunes.resetsBeforeHeaders(),
  misfortunes.resetsHalfway(tokens),
  misfortunes.diesHalfway(tokens),
  misfortunes.endsWithoutDone(tokens),
  misfortunes.sendsErrorLine(tokens, 'something broke'),
  misfortunes.sendsInvalidLine(tokens, '{"message":'),
  misfortunes.reachesLengthLimit(tokens),
  misfortunes.cutsPrompt(tokens),
  misfortunes.onlyThinks(['Hm', '.']),
  misfortunes.splitsCharacters(tokens),
  misfortunes.joinsLines(tokens),
  misfortunes.answersHtml(),
  misfortunes.redirects('http://127.0.0.1:1/'),
];

/** A text with this in it takes the model a moment. */
export const slowText = 'Slowly';

const slow = answers(
  Array.from({ length: 20 }, () => ' devagar'),
  { tokenMs: 4 },
);

/** An Ollama that answers quickly, and misbehaves by what it is asked: the same request always meets the same. */
export function startMoodyOllama(): Promise<FakeOllama> {
  return startFakeOllama({
    behaviour: async (exchange) => {
      const { body } = exchange.request;
      if (body?.model !== 'qwen3:8b') return misfortunes.lacksModel(body?.model ?? '')(exchange);
      await chooseMood(body)(exchange);
    },
  });
}

function chooseMood({ messages = [] }: ChatBody): Behaviour {
  const asked = messages.map(({ content }) => content).join('\n');
  if (asked.includes(slowText)) return slow;
  let hash = 0;
  for (const character of asked) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
  return moods[hash % moods.length] ?? slow;
}
