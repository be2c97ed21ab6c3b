import { defineConfig } from 'vitest/config';

/**
 * `npm run test:ollama`: the engines against the Ollama server that OLLAMA_HOST names, by its own interface and by its /v1, and the corpus of
 * attacks against its model. Not part of `npm test`, which needs no server.
 */
export default defineConfig({
  test: {
    name: 'ollama',
    include: [
      'test/server/engines/ollama/real-ollama.spec.ts',
      'test/server/engines/openai/real-openai.spec.ts',
      'test/server/routes/real-attacks.spec.ts',
    ],
    // One of them loads and unloads the model.
    fileParallelism: false,
    // A model of the default size takes minutes to load and to read on a machine without a GPU.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
