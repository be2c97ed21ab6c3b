import { startFakeOllama } from '../../../fakes/fake-ollama.ts';
import { testContract } from './contract.ts';

testContract(async () => {
  const fake = await startFakeOllama();
  return {
    host: fake.url,
    model: 'qwen3:8b',
    unload: () => {
      fake.loaded.clear();
      return Promise.resolve();
    },
    listLoaded: () => Promise.resolve([...fake.loaded]),
    close: fake.close,
  };
});
