import { beforeEach, expect, test, vi } from 'vitest';
import type { OverlayJob, OverlayWorld } from '../../../extension/messages/overlay-world.ts';
import { installFakeBrowser } from '../fake-browser.ts';

vi.mock('../../../extension/content/overlay.ts?script&iife', () => ({ default: 'overlay.js' }));
vi.mock('../../../extension/background/overlay-style.ts', () => ({ overlayStyle: ':host {}' }));

const html = 'http://www.w3.org/1999/xhtml';
const world = globalThis as OverlayWorld;
const executeScript = vi.fn();
const openPanel = vi.fn();
const createWindow = vi.fn(() => Promise.resolve({ id: 5 }));
/** What the overlay's script finds each time it runs. */
let shown: (OverlayJob | undefined)[];

installFakeBrowser();
const { browser } = await import('../../../extension/browser.ts');
Object.assign(browser, {
  scripting: { executeScript },
  windows: { create: createWindow },
  sidePanel: { open: openPanel },
});
const { showInOverlay, showInPanel } = await import('../../../extension/background/show-job.ts');
const { takeHeldJob } = await import('../../../extension/background/views.ts');

interface Injection {
  func?: (...args: unknown[]) => unknown;
  args?: unknown[];
}

beforeEach(() => {
  shown = [];
  createWindow.mockClear();
  vi.stubGlobal('document', { documentElement: { namespaceURI: html } });
  executeScript.mockImplementation(({ func, args = [] }: Injection) => {
    if (!func) shown.push(world.dragomanJob);
    return Promise.resolve([{ result: func?.(...args) }]);
  });
});

test('a page shows the job, in the overlay’s style', async () => {
  await showInOverlay(1, { text: 'a', byKeyboard: true });
  expect(shown).toEqual([{ text: 'a', byKeyboard: true, style: ':host {}' }]);
  expect(createWindow).not.toHaveBeenCalled();
});

test('of two quick jobs the last is shown in the end, though the page runs the script late', async () => {
  await Promise.all([showInOverlay(1, { text: 'a' }), showInOverlay(1, { text: 'b' })]);
  expect(shown).toHaveLength(2);
  expect(shown.at(-1)).toMatchObject({ text: 'b' });
});

test('a page without HTML, like an image, gets a small window', async () => {
  vi.stubGlobal('document', { documentElement: { namespaceURI: 'http://www.w3.org/2000/svg' } });
  await showInOverlay(1, { text: 'a' });
  expect(shown).toEqual([]);
  expect(createWindow).toHaveBeenCalledOnce();
});

test('a page that is left before the script could run does not lose the job', async () => {
  executeScript.mockImplementation(({ func }: Injection) =>
    func ? Promise.resolve([{ result: true }]) : Promise.reject(new Error('Frame was removed')),
  );
  await showInOverlay(1, { text: 'a' });
  expect(createWindow).toHaveBeenCalledOnce();
});

test('a panel is opened in the first synchronous step, and its job waits for it', async () => {
  openPanel.mockResolvedValue(undefined);
  const showing = showInPanel(2, { text: 'a' });
  expect(openPanel).toHaveBeenCalledExactlyOnceWith({ windowId: 2 });
  await showing;
  expect(takeHeldJob('panel:2')).toEqual({ text: 'a' });
});

test('a panel that the browser refuses to open is replaced by a small window, and its job does not wait on', async () => {
  openPanel.mockRejectedValue(new Error('may only be called in response to a user gesture'));
  await showInPanel(3, { text: 'a' });
  expect(createWindow).toHaveBeenCalledOnce();
  expect(takeHeldJob('panel:3')).toBeUndefined();
});
