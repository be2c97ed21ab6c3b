import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Runtime } from 'webextension-polyfill';
import { FakePort, installFakeBrowser } from '../fake-browser.ts';

const browser = installFakeBrowser();
const { serveView } = await import('../../../extension/background/serve-view.ts');

const entry = { id: 'k', at: 1, source: 'en', target: 'pt', text: 'Hello', translation: 'Olá' };
const openPopup = () => new FakePort('popup');
const openOverlay = (incognito: boolean) => new FakePort('overlay', { tab: { id: 3, incognito } });

/** Translates in a view of a window that is private or not; before the end its reader goes to another window. */
async function translateIn(view: FakePort, isPrivate: boolean): Promise<void> {
  browser.isPrivate = isPrivate;
  serveView(view as unknown as Runtime.Port);
  view.onMessage.fire({ type: 'translate', key: 'k', texts: ['Hello'] });
  await setImmediate();
  browser.isPrivate = false;
  view.onMessage.fire({ type: 'keep', entry });
  // All that could be kept is kept by then: nothing but promises is in between.
  await setImmediate();
  view.lose();
}

test.each<[string, FakePort, boolean, boolean, boolean]>([
  ['a popup, where the reader wants that,', openPopup(), false, true, true],
  ['an overlay, where the reader wants that,', openOverlay(false), false, true, true],
  ['a popup, unless the reader wants that,', openPopup(), false, false, false],
  ['a popup of a private window', openPopup(), true, true, false],
  ['an overlay in a private window', openOverlay(true), false, true, false],
])('whether a translation in %s is kept', async (_what, view, isPrivate, keepHistory, isKept) => {
  // Nothing answers there; it is the view that knows when a translation is whole.
  browser.stored = { server: '127.0.0.1:9', version: 1, keepHistory };
  await translateIn(view, isPrivate);
  expect(browser.stored['history:k']).toEqual(isKept ? entry : undefined);
});

test('what is kept is shown on a page of its own', async () => {
  const popup = openPopup();
  serveView(popup as unknown as Runtime.Port);
  popup.onMessage.fire({ type: 'open', page: 'history' });
  await expect.poll(() => browser.opened).toEqual(['extension://id/extension/history/history.html']);
});
