import { beforeEach, expect, test, vi } from 'vitest';
import { installFakeBrowser } from '../fake-browser.ts';

vi.mock('../../../extension/content/selection-watcher.ts?script&iife', () => ({ default: 'watcher.js' }));

interface Script {
  id: string;
  js: string[];
  matches: string[];
}

/** What the browser runs in pages, as it keeps it. */
let scripts: Script[];
let ranIn: unknown[];

const fake = installFakeBrowser();
const { browser } = await import('../../../extension/browser.ts');
Object.assign(browser, {
  tabs: { query: () => Promise.resolve([{ id: 1 }, {}, { id: 2 }]) },
  scripting: {
    getRegisteredContentScripts: () => Promise.resolve([...scripts]),
    registerContentScripts: ([script]: [Script]) => {
      if (scripts.some(({ id }) => id === script.id)) return Promise.reject(new Error('Duplicate script ID'));
      return Promise.resolve(void scripts.push(script));
    },
    unregisterContentScripts: ({ ids }: { ids: string[] }) =>
      Promise.resolve(void (scripts = scripts.filter(({ id }) => !ids.includes(id)))),
    executeScript: ({ target }: { target: { tabId: number } }) => {
      ranIn.push(target.tabId);
      return target.tabId === 1 ? Promise.reject(new Error('Cannot access')) : Promise.resolve([]);
    },
  },
});
const { forgetWatcher, registerWatcher } = await import('../../../extension/background/register-watcher.ts');

beforeEach(() => {
  scripts = [];
  ranIn = [];
  fake.stored = {};
  fake.mayCallServer = true;
});

test.each<[string, object, boolean, number]>([
  ['with neither way switched on', {}, true, 0],
  ['with the icon', { iconAtSelection: true }, true, 1],
  ['with the key', { translateAtOnce: true }, true, 1],
  ['without the permission', { iconAtSelection: true, translateAtOnce: true }, false, 0],
])('%s it is registered only if it is needed and allowed', async (_what, stored, isAllowed, count) => {
  Object.assign(fake, { stored, mayCallServer: isAllowed });
  await registerWatcher();
  expect(scripts).toHaveLength(count);
});

test('it is registered once for all pages, however often that is asked for at the same time', async () => {
  fake.stored = { iconAtSelection: true };
  await Promise.all([registerWatcher(), registerWatcher(), registerWatcher()]);
  expect(scripts).toMatchObject([{ js: ['watcher.js'], matches: ['*://*/*'] }]);
});

test('pages that are open already get it too, each once, though some refuse', async () => {
  fake.stored = { iconAtSelection: true };
  await registerWatcher();
  await registerWatcher();
  expect(ranIn).toEqual([1, 2]);
});

test('an update, which takes it away, brings it back', async () => {
  fake.stored = { iconAtSelection: true };
  await registerWatcher();
  scripts = [];
  await registerWatcher();
  expect(scripts).toHaveLength(1);
});

test('switched off it is in no page any more', async () => {
  fake.stored = { iconAtSelection: true };
  await registerWatcher();
  fake.stored = { iconAtSelection: false };
  await registerWatcher();
  expect(scripts).toEqual([]);
});

test('with the permission taken away it is off, and stays off when that comes back', async () => {
  fake.stored = { iconAtSelection: true, translateAtOnce: true };
  await registerWatcher();
  fake.mayCallServer = false;
  await forgetWatcher();
  expect(scripts).toEqual([]);
  fake.mayCallServer = true;
  await registerWatcher();
  expect(scripts).toEqual([]);
});

test('another permission that is taken away changes nothing', async () => {
  fake.stored = { iconAtSelection: true };
  await registerWatcher();
  await forgetWatcher();
  expect(scripts).toHaveLength(1);
  expect(fake.stored).toMatchObject({ iconAtSelection: true });
});
