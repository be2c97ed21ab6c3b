import { expect, test, vi } from 'vitest';
import { beginAttempt, emptyView } from '../../../extension/view/view-state.ts';
import { installFakeBrowser } from '../fake-browser.ts';

const browser = installFakeBrowser();
const { loadMemory, saveAttempt, saveBox, savePair } =
  await import('../../../extension/popup/popup-memory.ts');
const emptyBox = { draft: '', taken: '', earlier: '' };
const pair = { source: 'pt', target: 'en' };
const attempt = beginAttempt(emptyView, 'key', 'Hello');

test('the first popup finds nothing', async () => {
  expect(await loadMemory()).toEqual({ box: emptyBox, pair: undefined, attempt: undefined });
});

test('a popup finds what the one before left, each part as it was last', async () => {
  await saveBox({ draft: 'Hello' });
  await saveAttempt(attempt);
  await saveBox({ draft: 'Hello again', earlier: 'Mine' });
  await savePair(pair);
  expect(await loadMemory()).toEqual({
    box: { draft: 'Hello again', taken: '', earlier: 'Mine' },
    pair,
    attempt,
  });
  await savePair(undefined);
  expect((await loadMemory()).pair).toBeUndefined();
});

test('a translation that is over is forgotten', async () => {
  await saveAttempt(attempt);
  await saveAttempt(undefined);
  expect((await loadMemory()).attempt).toBeUndefined();
});

test('a popup of a private window keeps nothing, and shows nothing of other windows', async () => {
  await saveBox({ draft: 'Of the window beside' });
  browser.isPrivate = true;
  vi.resetModules();
  const memory = await import('../../../extension/popup/popup-memory.ts');
  const before = structuredClone(browser.session);
  await memory.saveBox({ draft: 'Secret' });
  await memory.savePair(pair);
  await memory.saveAttempt(attempt);
  expect(await memory.loadMemory()).toEqual({ box: emptyBox, pair: undefined, attempt: undefined });
  expect(browser.session).toEqual(before);
  expect(browser.stored).toEqual({});
});
