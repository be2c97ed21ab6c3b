import { afterAll, beforeAll, expect, it } from 'vitest';
import { answers } from '../../fakes/ollama-answers.ts';
import { repeatsForever } from '../../fakes/ollama-misfortunes.ts';
import { getOnly, readAll, readEvents } from '../start-test-server.ts';
import { createPost, startSeveralServers, type SeveralServers } from './start-several-servers.ts';

let site: SeveralServers;

beforeAll(async () => {
  site = await startSeveralServers();
}, 30_000);

afterAll(() => site.stop());

it('reads a stream on at the other server', async () => {
  site.ollama.tell(answers(['Um', ' dois', ' três', ' quatro'], { tokenMs: 50 }));
  const before = countChats();
  const { id, server, lastEventId } = await site.begin({ text: 'one', target: 'pt', resume: true });
  const headers = { 'last-event-id': lastEventId };
  const { events } = await readAll(await site.fetchElsewhere(server, `/v1/streams/${id}`, { headers }));
  expect(events.map(({ event }) => event)).not.toContain('start');
  expect(getOnly(events, 'done')).toMatchObject({ complete: true });
  const { text } = await readAll(await site.fetchElsewhere(server, `/v1/streams/${id}`));
  expect(text).toBe('Um dois três quatro');
  expect(countChats() - before).toBe(1);
});

it('cancels a stream at the other server at once', async () => {
  site.ollama.tell(repeatsForever('a', 20));
  const { id, server, events } = await site.begin({ text: 'two', target: 'pt' });
  const chat = await site.ollama.received('/api/chat');
  const response = await site.fetchElsewhere(server, `/v1/streams/${id}`, { method: 'DELETE' });
  expect(response.status).toBe(204);
  await chat.over;
  expect(chat.clientGone).toBe(true);
  let last;
  for await (const event of events) last = event;
  expect(last?.type).toBe('done');
  expect(JSON.parse(last?.data ?? '')).toMatchObject({ reason: 'cancelled' });
});

it('keeps a stream alive for a reader at the other server, and ends it with that reader', async () => {
  site.ollama.tell(repeatsForever('a', 20));
  const { id, server, leave } = await site.begin({ text: 'three', target: 'pt' });
  const chat = await site.ollama.received('/api/chat');
  const leaving = new AbortController();
  const init = { signal: leaving.signal };
  await readEvents(await site.fetchElsewhere(server, `/v1/streams/${id}`, init)).next();
  leave();
  const before = chat.tokensWritten;
  await expect.poll(() => chat.tokensWritten).toBeGreaterThan(before + 10);
  expect(chat.clientGone).toBe(false);
  leaving.abort();
  await chat.over;
  expect(chat.clientGone).toBe(true);
});

it('joins a running stream by its Idempotency-Key at the other server', async () => {
  site.ollama.tell(answers(['Um', ' dois', ' três'], { tokenMs: 50 }));
  const before = countChats();
  const request = { text: 'four', target: 'pt', resume: true };
  const headers = { 'idempotency-key': 'key-1' };
  const { id, server } = await site.begin(request, { headers });
  const joined = await site.fetchElsewhere(server, '/v1/translate', createPost(request, { headers }));
  const { text, events } = await readAll(joined);
  expect(getOnly(events, 'start').id).toBe(id);
  expect(text).toBe('Um dois três');
  expect(countChats() - before).toBe(1);
});

function countChats(): number {
  return site.ollama.requests.filter(({ path }) => path === '/api/chat').length;
}
