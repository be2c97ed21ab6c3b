import { expect, test } from 'vitest';
import { installFakeBrowser } from '../fake-browser.ts';

installFakeBrowser();
const { loadMemory, saveMemory } = await import('../../../extension/popup/popup-memory.ts');

test('the first popup finds nothing', async () => {
  expect(await loadMemory()).toEqual({ draft: '', awaited: '' });
});

test('a popup finds what the one before left, each part as it was last', async () => {
  await saveMemory({ draft: 'Hello', awaited: 'Hello' });
  await saveMemory({ draft: 'Hello again' });
  expect(await loadMemory()).toEqual({ draft: 'Hello again', awaited: 'Hello' });
});
