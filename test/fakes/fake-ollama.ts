import { EventEmitter, once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answers } from './ollama-answers.ts';
import { type Behaviour, type Exchange, type FakeRequest, openExchange } from './ollama-exchange.ts';
import { answersJson, answersText, lacksModel } from './ollama-misfortunes.ts';

interface FakeOllamaOptions {
  /** How /api/chat behaves until it is told something else. Default: a short answer, or 404 for a model that isn't installed. */
  behaviour?: Behaviour;
  /** Installed models. Default: `qwen3:8b`. */
  models?: string[];
  /** Models in memory at first; one that has generated a token is there from then on. Default: none. */
  loaded?: string[];
}

export interface FakeOllama {
  url: string;
  /** Every request so far, oldest first. */
  requests: FakeRequest[];
  /** Names of the models in memory; a test may change it. */
  loaded: Set<string>;
  /** From now on requests of this path (default `/api/chat`) are answered this way. */
  tell: (behaviour: Behaviour, path?: string) => void;
  /** The newest request of this path, as soon as there is one. */
  received: (path: string) => Promise<FakeRequest>;
  close: () => Promise<void>;
}

interface State {
  models: string[];
  loaded: Set<string>;
  told: Map<string, Behaviour>;
}

/** The test suite's Ollama, on a free port: it behaves as 0.13.0 does until it is told a misfortune. */
export async function startFakeOllama(options: FakeOllamaOptions = {}): Promise<FakeOllama> {
  const state: State = {
    models: options.models ?? ['qwen3:8b'],
    loaded: new Set(options.loaded),
    told: new Map(),
  };
  if (options.behaviour) state.told.set('/api/chat', options.behaviour);
  const requests: FakeRequest[] = [];
  const arrivals = new EventEmitter();

  async function play(exchange: Exchange): Promise<void> {
    requests.push(exchange.request);
    arrivals.emit('request');
    try {
      await chooseBehaviour(state, exchange.request)(exchange);
    } catch (error) {
      // A client that went away ends every wait by throwing; anything else is a fault of the test, to be seen.
      if (!exchange.gone.aborted) throw error;
    } finally {
      exchange.settle();
      if (exchange.request.tokensWritten > 0) state.loaded.add(exchange.request.body?.model ?? '');
    }
  }

  const server = createServer((incoming, response) => {
    // A client that left before its request was whole has no exchange; the socket is closed already.
    void openExchange(incoming, response).then(play, () => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    loaded: state.loaded,
    tell: (behaviour, path = '/api/chat') => void state.told.set(path, behaviour),
    async received(path) {
      for (;;) {
        const request = requests.findLast((each) => each.path === path);
        if (request) return request;
        await once(arrivals, 'request');
      }
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function chooseBehaviour(state: State, { path, body }: FakeRequest): Behaviour {
  const told = state.told.get(path);
  if (told) return told;
  const model = body?.model;
  if (model !== undefined && !state.models.includes(model)) return lacksModel(model);
  return getOrdinaryAnswers(state)[path] ?? answersText(404, '404 page not found', 'text/plain');
}

function getOrdinaryAnswers({ models, loaded }: State): Partial<Record<string, Behaviour>> {
  return {
    '/api/chat': answers(['Olá', ',', ' mundo', '!']),
    '/api/tags': answersJson(200, { models: models.map(describeModel) }),
    '/api/ps': answersJson(200, { models: [...loaded].map(describeModel) }),
    '/api/version': answersJson(200, { version: '0.13.0' }),
    '/api/show': answersJson(200, { capabilities: ['completion', 'thinking'] }),
  };
}

function describeModel(name: string): Record<string, unknown> {
  const details = { format: 'gguf', family: 'llama', parameter_size: '134.52M', quantization_level: 'Q4_1' };
  return { name, model: name, size: 98_363_007, digest: '568c5792dd40', details };
}
