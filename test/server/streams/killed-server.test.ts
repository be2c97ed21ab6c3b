import { afterAll, beforeAll, expect, it } from 'vitest';
import { beginRest, getRest } from '../../../shared/continue-translation.ts';
import { readEventStream } from '../../../shared/event-stream-reader.ts';
import { parseTranslationEvent } from '../../../shared/translation-event.ts';
import {
  emptyTranslation,
  foldTranslation,
  getOutcome,
  getTranslatedText,
} from '../../../shared/translation-state.ts';
import { answers } from '../../fakes/ollama-answers.ts';
import type { Behaviour } from '../../fakes/ollama-exchange.ts';
import { stallsMidStream } from '../../fakes/ollama-misfortunes.ts';
import { readEvents } from '../start-test-server.ts';
import { startSeveralServers, type SeveralServers } from './start-several-servers.ts';

let site: SeveralServers;

beforeAll(async () => {
  site = await startSeveralServers();
}, 30_000);

afterAll(() => site.stop());

it('tells readers elsewhere within 5 s of a server that was killed; a retry gets the rest and no more', async () => {
  const text = 'First.\n\nSecond.\n\nThird.';
  site.ollama.tell(translatesButStalls('Third.'));
  const before = countChats();
  const { id, server } = await site.begin({ text, target: 'pt', resume: true });
  let state = emptyTranslation;
  let killedAtMs: number | undefined;
  const ids = new Set<string>();
  const response = await site.fetchElsewhere(server, `/v1/streams/${id}`);
  for await (const { type, data, lastEventId } of readEventStream(response.body ?? fail('body'))) {
    state = foldTranslation(state, parseTranslationEvent(type, data) ?? fail('event'));
    if (type !== 'error') ids.add(lastEventId);
    else expect([...ids].at(-1)).toBe(lastEventId);
    if (killedAtMs !== undefined || !state.segments[2]?.shown) continue;
    await site.kill(server);
    killedAtMs = performance.now();
  }
  expect(performance.now() - (killedAtMs ?? 0)).toBeLessThan(5000);
  expect(state.error).toMatchObject({ code: 'stream_gone', retryable: true });
  expect(countChats() - before).toBe(3);

  site.ollama.tell(translatesButStalls());
  state = beginRest(state);
  const { texts } = getRest(state, text);
  expect(texts).toEqual(['Third.']);
  const retry = await site.post({ texts, target: 'pt' });
  for await (const event of readEvents(retry)) state = foldTranslation(state, event);
  expect(getOutcome(state)).toBe('complete');
  expect(getTranslatedText(state)).toBe('First done.\n\nSecond done.\n\nThird done.');
  expect(countChats() - before).toBe(4);
}, 20_000);

/** Translates each paragraph, but says the beginning of some for ever. */
function translatesButStalls(stalling = ''): Behaviour {
  return (exchange) => {
    const question = exchange.request.body?.messages?.at(-1)?.content ?? '';
    // What stands before the paragraph is its context.
    const source = question.match(/First|Second|Third/g)?.at(-1) ?? fail('paragraph');
    const tokens = [source, ' done', '.'];
    return stalling.startsWith(source) ? stallsMidStream([source])(exchange) : answers(tokens)(exchange);
  };
}

function countChats(): number {
  return site.ollama.requests.filter(({ path }) => path === '/api/chat').length;
}

function fail(what: string): never {
  throw new Error(`There is no ${what}.`);
}
