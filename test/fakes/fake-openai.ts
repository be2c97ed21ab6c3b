import { startFakeOllama, type FakeOllama } from './fake-ollama.ts';
import type { Behaviour, FakeRequest } from './ollama-exchange.ts';
import { answersJson } from './ollama-misfortunes.ts';
import { streams } from './openai-answers.ts';

/** What a server lists of a model; only `id` is everywhere. */
export interface ListedModel {
  id: string;
  [field: string]: unknown;
}

export interface FakeOpenai extends Pick<FakeOllama, 'requests' | 'close'> {
  /** What `--openai-base-url` takes. */
  url: string;
  /** From now on chats, or requests of this path, are answered this way. */
  tell: (behaviour: Behaviour, path?: string) => void;
  /** From now on these are the models. */
  list: (...models: ListedModel[]) => void;
  /** The newest request of this path (default: a chat), as soon as there is one. */
  received: (path?: string) => Promise<FakeRequest>;
  /** Every chat so far, oldest first. */
  listChats: () => FakeRequest[];
}

const chatPath = '/v1/chat/completions';

/** The test suite's OpenAI-compatible server, on a free port: it streams a short answer until it is told a misfortune. */
export async function startFakeOpenai(behaviour: Behaviour = streams(['Olá', '!'])): Promise<FakeOpenai> {
  const { url, requests, close, tell, received } = await startFakeOllama();
  const list = (...models: ListedModel[]): void => {
    tell(answersJson(200, { object: 'list', data: models }), '/v1/models');
  };
  list({ id: 'qwen3-8b', owned_by: 'vllm' });
  tell(behaviour, chatPath);
  return {
    url: `${url}/v1`,
    requests,
    close,
    list,
    tell: (next, path = chatPath) => {
      tell(next, path);
    },
    received: (path = chatPath) => received(path),
    listChats: () => requests.filter(({ path }) => path === chatPath),
  };
}
