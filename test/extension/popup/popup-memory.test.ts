import { expect, test, vi } from 'vitest';
import { beginAttempt, emptyView } from '../../../extension/view/view-state.ts';
import { installFakeBrowser } from '../fake-browser.ts';

const browser = installFakeBrowser();
const { loadMemory, saveAttempt, saveDraft, savePair } =
  await import('../../../extension/popup/popup-memory.ts');
const pair = { source: 'pt', target: 'en' };
const attempt = beginAttempt(emptyView, 'key', 'Hello');

test('the first popup finds nothing', async () => {
  expect(await loadMemory()).toEqual({ draft: '', pair: undefined, attempt: undefined });
});

test('a popup finds what the one before left, each part as it was last', async () => {
  await saveDraft('Hello');
  await saveAttempt(attempt);
  await saveDraft('Hello again');
  await savePair(pair);
  expect(await loadMemory()).toEqual({ draft: 'Hello again', pair, attempt });
  await savePair(undefined);
  expect((await loadMemory()).pair).toBeUndefined();
});

test('a translation that is over is forgotten', async () => {
  await saveAttempt(attempt);
  await saveAttempt(undefined);
  expect((await loadMemory()).attempt).toBeUndefined();
});

test('a popup of a private window keeps nothing, and shows nothing of other windows', async () => {
  await saveDraft('Of the window beside');
  browser.isPrivate = true;
  vi.resetModules();
  const memory = await import('../../../extension/popup/popup-memory.ts');
  const before = structuredClone(browser.session);
  await memory.saveDraft('Secret');
  await memory.savePair(pair);
  await memory.saveAttempt(attempt);
  expect(await memory.loadMemory()).toEqual({ draft: '', pair: undefined, attempt: undefined });
  expect(browser.session).toEqual(before);
  expect(browser.stored).toEqual({});
});
