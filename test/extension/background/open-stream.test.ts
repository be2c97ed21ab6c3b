import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { cancelStream } from '../../../extension/background/open-stream.ts';
import { requestTranslation } from '../../../extension/background/request-translation.ts';
import { isSilent, startScriptedServer, type ScriptedServer } from './scripted-server.ts';

vi.mock(import('../../../extension/background/delay.ts'), () => ({ delay: () => Promise.resolve() }));

let server: ScriptedServer;

beforeEach(async () => {
  server = await startScriptedServer(isSilent);
  server.answerCancellation = isSilent;
});

afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  await server.close();
});

function getServer() {
  return { address: server.address, token: '' };
}

test('a server that takes connections and stays silent is asked twice, and not called absent', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const attempt = { key: 'the-key', texts: ['Hello'], target: 'pt', secondTarget: '', wishes: {} };
  const running = requestTranslation(getServer(), attempt, new AbortController().signal);
  const first = running.next();
  for (const times of [1, 2]) {
    await expect.poll(() => server.requests.length).toBe(times);
    vi.advanceTimersByTime(10_000);
  }
  expect((await first).value).toEqual({
    type: 'obstacle',
    obstacle: { kind: 'silent', server: server.address },
  });
});

test('a cancellation that nobody answers is given up after ten seconds', async () => {
  const limit = new AbortController();
  const setLimit = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(limit.signal);
  cancelStream(getServer(), 's:1');
  await expect.poll(() => server.cancelled).toEqual(['/v1/streams/s']);
  expect(server.countOpen()).toBe(1);
  expect(setLimit).toHaveBeenCalledExactlyOnceWith(10_000);
  limit.abort();
  await expect.poll(() => server.countOpen()).toBe(0);
});
