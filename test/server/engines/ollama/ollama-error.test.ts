import { expect, test } from 'vitest';
import { createOllamaError, type OllamaFailure } from '../../../../server/engines/ollama/ollama-error.ts';
import { listRecordings, readRecording, type Recording } from '../../../fakes/ollama-recording.ts';

const context = { url: 'http://127.0.0.1:11434', model: 'qwen3:8b', numCtx: 8_192 };

/** The code of every status that a recorded chat was answered with; only 200 is no failure of its own. */
const codesByStatus: Record<number, string> = {
  400: 'engine_error',
  403: 'engine_error',
  404: 'model_not_found',
  500: 'engine_error',
  503: 'engine_error',
};

const refused = listRecordings()
  .map((name) => readRecording(name))
  .filter(({ method, path, status = 200 }) => method === 'POST' && path === '/api/chat' && status !== 200);

function readError({ writes }: Recording): string {
  const body = /\{.*\}/.exec(Buffer.concat(writes).toString())?.[0] ?? '{"error":""}';
  return (JSON.parse(body) as { error: string }).error;
}

test.each(refused)(
  '$name ($status) has the code of its status, and a sentence of ours alone',
  (recording) => {
    const status = recording.status ?? 0;
    const error = readError(recording);
    const made = createOllamaError({ kind: 'status', status, error }, context);
    expect(made.code).toBe(codesByStatus[status]);
    expect(made.hint).toMatch(/^[A-Z].*[\w.)]$/);
    if (error !== '') expect(`${made.message} ${made.hint ?? ''}`).not.toContain(error);
  },
);

test('every status of a recorded chat is in the table', () => {
  expect(new Set(refused.map(({ status }) => status))).toEqual(
    new Set(Object.keys(codesByStatus).map(Number)),
  );
});

test.each<[OllamaFailure, code: string, sentences: string]>([
  [
    { kind: 'unreachable', cause: undefined },
    'engine_unavailable',
    'Ollama does not answer on http://127.0.0.1:11434. Start it with: ollama serve. If it runs elsewhere, set OLLAMA_HOST.',
  ],
  [
    { kind: 'status', status: 404, error: "model 'qwen3:8b' not found" },
    'model_not_found',
    'Ollama has no model "qwen3:8b". Get it with: ollama pull qwen3:8b',
  ],
  [
    { kind: 'status', status: 404, error: '404 page not found' },
    'engine_error',
    "What answers on http://127.0.0.1:11434 does not speak Ollama's protocol. Set OLLAMA_HOST to the address of Ollama itself, or update Ollama.",
  ],
  [
    {
      kind: 'status',
      status: 500,
      error: 'model requires more system memory (9.1 GiB) than is available (3.2 GiB)',
    },
    'engine_error',
    'The model does not fit into the memory of the machine. Use a smaller model, or lower --num-ctx.',
  ],
  [
    { kind: 'status', status: 400, error: '"nomic-embed-text" does not support chat' },
    'engine_error',
    'The model "qwen3:8b" cannot chat. Use a model that is made for chat, as qwen3:8b.',
  ],
  [
    { kind: 'error-line', error: 'an error was encountered while running the model: unexpected EOF' },
    'engine_error',
    "Ollama's model process stopped. Try again; if it stays, the machine may lack memory: use a smaller model, or lower --num-ctx.",
  ],
  [
    { kind: 'error-line', error: 'anything else' },
    'engine_error',
    'Ollama met an error. Try again; if it stays, look into the log of Ollama.',
  ],
  [
    { kind: 'incomplete', how: 'prompt-cut' },
    'engine_incomplete',
    "Ollama cut the text, because it does not fit the model's context of 8192 tokens. Translate less at once, or raise --num-ctx.",
  ],
  [
    { kind: 'silent', before: 'first-token', limitMs: 300_000 },
    'timeout',
    'Ollama said nothing for 300 s and never began to answer. Look whether Ollama is stuck and restart it, or raise --first-token-timeout.',
  ],
  [
    { kind: 'silent', before: 'next-token', limitMs: 60_000 },
    'timeout',
    'Ollama said nothing for 60 s in the middle of the answer. Look whether Ollama is stuck and restart it, or raise --stall-timeout.',
  ],
])('%j is %s', (failure, code, sentences) => {
  const { message, hint, ...made } = createOllamaError(failure, context);
  expect([made.code, `${message} ${hint ?? ''}`]).toEqual([code, sentences]);
});

test('only a busy Ollama is worth another try at once', () => {
  const statuses = [400, 403, 404, 500, 503];
  const retried = statuses.filter(
    (status) =>
      createOllamaError({ kind: 'status', status, error: '' }, context).retryAfterSeconds !== undefined,
  );
  expect(retried).toEqual([503]);
});

test('a model name that Ollama would refuse is not put into a command', () => {
  const model = 'x; rm -rf ~';
  const { hint } = createOllamaError({ kind: 'status', status: 404, error: 'no' }, { ...context, model });
  expect(hint).toBe('Get it with: ollama pull <model>');
});
