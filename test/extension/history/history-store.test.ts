import { beforeEach, expect, test } from 'vitest';
import { installFakeBrowser } from '../fake-browser.ts';

const browser = installFakeBrowser();
const { addToHistory, loadHistory, removeFromHistory, restoreHistory } =
  await import('../../../extension/history/history-store.ts');

function createEntry(id: string, at: number) {
  return { id, at, source: 'en', target: 'pt', text: `Text ${id}`, translation: `Texto ${id}` };
}

beforeEach(() => {
  browser.stored = { target: 'pt' };
});

test('what was added comes back, the newest first', async () => {
  await addToHistory(createEntry('a', 1));
  await addToHistory(createEntry('b', 2));
  expect(await loadHistory()).toEqual([createEntry('b', 2), createEntry('a', 1)]);
});

test('what is too much goes, and nothing else', async () => {
  for (let at = 0; at < 200; at += 1) browser.stored[`history:${at}`] = createEntry(String(at), at);
  await addToHistory(createEntry('new', 1000));
  const history = await loadHistory();
  expect(history).toHaveLength(200);
  expect([history[0]?.id, history.at(-1)?.id]).toEqual(['new', '1']);
  expect(browser.stored['target']).toBe('pt');
});

test('what was removed can be put back', async () => {
  await addToHistory(createEntry('a', 1));
  const before = await loadHistory();
  await removeFromHistory(['a']);
  expect(await loadHistory()).toEqual([]);
  await restoreHistory(before);
  expect(await loadHistory()).toEqual(before);
});

test('what is damaged is not shown', async () => {
  browser.stored['history:x'] = { id: 'x' };
  expect(await loadHistory()).toEqual([]);
});
