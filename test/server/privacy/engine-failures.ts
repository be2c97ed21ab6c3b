import { answers, type Tokens } from '../../fakes/ollama-answers.ts';
import type { Behaviour, ChatBody } from '../../fakes/ollama-exchange.ts';
import * as ollama from '../../fakes/ollama-misfortunes.ts';
import { streams } from '../../fakes/openai-answers.ts';
import * as openai from '../../fakes/openai-misfortunes.ts';

const said = 'canary-translation';

/** What an engine says that quotes all it was sent. */
function quote(body: ChatBody | undefined): string {
  return `canary-error ${JSON.stringify(body)}`;
}

function withQuote(behave: (words: string) => Behaviour): Behaviour {
  return (exchange) => behave(quote(exchange.request.body))(exchange);
}

const echo: Tokens = (body) => [body.messages?.at(-1)?.content ?? ''];

/** Everything that can happen behind the server, with words in it that must not come out elsewhere. */
export const ollamaFailures: [name: string, behaviour: Behaviour][] = [
  ['translates', answers([said])],
  ['repeats what it was asked', answers(echo)],
  ['dies halfway', ollama.diesHalfway([said])],
  ['resets halfway', ollama.resetsHalfway([said])],
  ['resets before it answers', ollama.resetsBeforeHeaders()],
  ['fails with 500', withQuote((words) => ollama.fails(500, words))],
  ['fails with 400', withQuote((words) => ollama.fails(400, words))],
  ['lacks the model', withQuote((words) => ollama.lacksModel(words))],
  ['lacks memory', withQuote((words) => ollama.fails(500, `requires more system memory ${words}`))],
  ['sends an error line', withQuote((words) => ollama.sendsErrorLine([said], words))],
  ['sends an invalid line', withQuote((words) => ollama.sendsInvalidLine([said], words))],
  ['ends without done', ollama.endsWithoutDone([said])],
  ['reaches the length limit', ollama.reachesLengthLimit([said])],
  ['cuts the prompt', ollama.cutsPrompt([said])],
  ['only thinks', ollama.onlyThinks(['canary-thought'])],
  ['is no Ollama', withQuote((words) => ollama.answersText(200, words, 'text/html'))],
  ['redirects', ollama.redirects('http://127.0.0.1:9/canary-location')],
];

export const openaiFailures: [name: string, behaviour: Behaviour][] = [
  ['translates', streams([said])],
  ['repeats what it was asked', streams(echo)],
  ['refuses with 400', withQuote((words) => openai.refuses(400, words))],
  ['refuses the key', withQuote((words) => openai.refuses(401, words))],
  ['fails with 500', withQuote((words) => openai.refuses(500, words))],
  ['knows no such model', withQuote((words) => openai.refuses(404, `model ${words}`))],
  ['sends an error', withQuote((words) => openai.sendsError([said], { error: { message: words } }))],
  ['sends an error event', withQuote((words) => openai.sendsErrorEvent([said], words))],
  ['sends what is no JSON', withQuote((words) => openai.sendsData([said], words))],
  ['ends without finish', openai.endsWithoutFinish([said])],
  ['breaks off', openai.breaksMidAnswer([said], 'reset')],
  ['knows no streaming', openai.answersWhole(said, { reasoning: 'canary-thought' })],
  ['is no such server', withQuote((words) => ollama.answersText(200, words, 'text/html'))],
  ['redirects', ollama.redirects('http://127.0.0.1:9/canary-location')],
];
