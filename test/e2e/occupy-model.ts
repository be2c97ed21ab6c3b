import type { FakeOllama } from '../fakes/fake-ollama.ts';
import { waitFor } from './browsers/wait-for.ts';

/** Asks the server for something else, and waits until the model works on that: what is asked next has to wait in line. */
export async function occupyModel({ url }: { url: string }, ollama: FakeOllama): Promise<void> {
  const before = ollama.requests.length;
  const body = JSON.stringify({ text: 'Wait for me.', source: 'en', target: 'pt' });
  const headers = { 'Content-Type': 'application/json', Accept: 'application/json' };
  // It may die with the server.
  void fetch(`${url}/v1/translate`, { method: 'POST', headers, body }).catch(() => undefined);
  await waitFor('the model to be busy', () =>
    ollama.requests.slice(before).some(({ path }) => path === '/api/chat'),
  );
}
