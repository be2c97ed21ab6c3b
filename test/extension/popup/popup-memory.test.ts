import { expect, test } from 'vitest';
import { beginAttempt, emptyView } from '../../../extension/view/view-state.ts';
import { installFakeBrowser } from '../fake-browser.ts';

installFakeBrowser();
const { loadMemory, saveAttempt, saveDraft } = await import('../../../extension/popup/popup-memory.ts');
const attempt = beginAttempt(emptyView, 'key', 'Hello');

test('the first popup finds nothing', async () => {
  expect(await loadMemory()).toEqual({ draft: '', attempt: undefined });
});

test('a popup finds what the one before left, each part as it was last', async () => {
  await saveDraft('Hello');
  await saveAttempt(attempt);
  await saveDraft('Hello again');
  expect(await loadMemory()).toEqual({ draft: 'Hello again', attempt });
});

test('a translation that is over is forgotten', async () => {
  await saveAttempt(attempt);
  await saveAttempt(undefined);
  expect((await loadMemory()).attempt).toBeUndefined();
});
