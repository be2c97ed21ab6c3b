import { defineConfig } from 'vitest/config';

/** `npm run test:ollama`: the engine against the Ollama server that OLLAMA_HOST names. Not part of `npm test`, which needs no server. */
export default defineConfig({
  test: {
    name: 'ollama',
    include: ['test/server/engines/ollama/real-ollama.spec.ts'],
    // A model of the default size takes minutes to load and to read on a machine without a GPU.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
