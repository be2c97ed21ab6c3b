import { writeFile } from 'node:fs/promises';

import type { Look } from '../gallery/looks.ts';
import { choosePictureFile } from './picture-file.ts';
import { waitFor } from './wait-for.ts';
import { readAnswer, writeCall } from './write-call.ts';

/** What is in Firefox's own window, around the pages; its scripts see all of the browser. */
export interface FirefoxWindow {
  /** Activates an extension's item in the open context menu. */
  chooseMenuItem: (menuItemId: string) => Promise<void>;
  /** Presses keys as the keyboard does: the window sees them before the page. */
  pressKeys: (keys: string) => Promise<void>;
  focusPage: () => Promise<void>;
  focusPopup: () => Promise<void>;
  killBackground: (extensionId: string) => Promise<void>;
  /** See `TestBrowser`. */
  setLook: (look: Look) => Promise<void>;
  takePopupPicture: (name: string) => Promise<string>;
  takePicture: (name: string) => Promise<string>;
}

/** The few names of that window that are used here, for no package has their types. */
interface WindowGlobals {
  gBrowser: { selectedBrowser: HTMLElement };
  Cc: Record<string, { createInstance: (type: unknown) => TextInput }>;
  Ci: Record<string, unknown>;
  Services: { prefs: { setIntPref: (name: string, value: number) => void } };
  WebExtensionPolicy: { getByID: (id: string) => { extension: BackgroundOwner } };
}

interface BrowsingContextOwner {
  browsingContext: { currentWindowGlobal: { drawSnapshot: (...options: unknown[]) => Promise<ImageBitmap> } };
}

interface TextInput {
  beginInputTransactionForTests: (window: unknown) => boolean;
  keydown: (event: KeyboardEvent) => void;
  keyup: (event: KeyboardEvent) => void;
}

interface BackgroundOwner {
  terminateBackground: (options: { ignoreDevToolsAttached: boolean }) => Promise<void>;
}

interface MenuPopup extends HTMLElement {
  state: string;
  activateItem: (item: Element) => void;
  hidePopup: () => void;
}

export function createFirefoxWindow(
  evaluateExpression: (expression: string) => Promise<unknown>,
): FirefoxWindow {
  const run = async <Result, Argument>(
    script: (argument: Argument) => Result | Promise<Result>,
    argument?: Argument,
  ) => {
    return readAnswer(await evaluateExpression(writeCall(script, argument))) as Result;
  };
  const takePicture = async (name: string, element: string | null = null) => {
    const file = choosePictureFile(name);
    await writeFile(file, await run(drawBrowser, element), 'base64');
    return file;
  };
  return {
    takePicture: (name) => takePicture(name),
    setLook: (look) => run(setLook, look),
    takePopupPicture: (name) => takePicture(name, 'browser.webextension-popup-browser'),
    chooseMenuItem: async (menuItemId) => {
      await waitFor('the context menu', () => run(isMenuOpen));
      if (await run(activateMenuItem, menuItemId)) return;
      const picture = await takePicture(`firefox-menu-${menuItemId}`);
      throw new Error(`The context menu has no item "${menuItemId}" of an extension; see ${picture}`);
    },
    pressKeys: (keys) => run(pressKeys, describeKeys(keys)),
    focusPage: () => run(focusSelectedBrowser),
    focusPopup: () => run(focusPopupBrowser),
    killBackground: (extensionId) => run(terminateBackground, extensionId),
  };
}

function isMenuOpen(): boolean {
  return (document.getElementById('contentAreaContextMenu') as MenuPopup).state === 'open';
}

/** Firefox names an extension's items `<extension>-menuitem-_<id>`; false, and the menu closed, when there is none. */
function activateMenuItem(id: string): boolean {
  const menu = document.getElementById('contentAreaContextMenu') as MenuPopup;
  const item = menu.querySelector(`[id$="-menuitem-_${id}"]:not([hidden])`);
  if (item) menu.activateItem(item);
  else menu.hidePopup();
  return item !== null;
}

function focusPopupBrowser(): void {
  document.querySelector<HTMLElement>('browser.webextension-popup-browser')?.focus();
}

function focusSelectedBrowser(): void {
  (globalThis as unknown as WindowGlobals).gBrowser.selectedBrowser.focus();
}

/** Firefox's own preferences, which hold at once: 0 is dark, 1 light; 2 lets pages choose no colours. */
function setLook(look: Look): void {
  const { prefs } = (globalThis as unknown as WindowGlobals).Services;
  prefs.setIntPref('layout.css.prefers-color-scheme.content-override', look === 'dark' ? 0 : 1);
  prefs.setIntPref('browser.display.document_color_use', look === 'forced' ? 2 : 0);
  prefs.setIntPref('ui.prefersReducedMotion', 1);
}

function terminateBackground(id: string): Promise<void> {
  const { extension } = (globalThis as unknown as WindowGlobals).WebExtensionPolicy.getByID(id);
  return extension.terminateBackground({ ignoreDevToolsAttached: true });
}

/** Draws what an element shows, or the window when there is none to look for; as PNG in base64. */
async function drawBrowser(selector: string | null): Promise<string> {
  const shown = (selector === null
    ? globalThis
    : document.querySelector(selector)) as unknown as BrowsingContextOwner;
  const bitmap = await shown.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white');
  const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas') as HTMLCanvasElement;
  Object.assign(canvas, { width: bitmap.width, height: bitmap.height });
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  return canvas.toDataURL('image/png').split(',')[1] ?? '';
}

interface Key {
  key: string;
  code: string;
  keyCode: number;
}

const namedKeys: Record<string, Key> = {
  Alt: { key: 'Alt', code: 'AltLeft', keyCode: 18 },
  Shift: { key: 'Shift', code: 'ShiftLeft', keyCode: 16 },
  Control: { key: 'Control', code: 'ControlLeft', keyCode: 17 },
  Enter: { key: 'Enter', code: 'Enter', keyCode: 13 },
};

function describeKeys(keys: string): Key[] {
  return keys.split('+').map((key) => namedKeys[key] ?? describeCharacter(key));
}

function describeCharacter(key: string): Key {
  const isLetter = /[a-z]/i.test(key);
  return {
    key,
    code: isLetter ? `Key${key.toUpperCase()}` : '',
    keyCode: isLetter ? key.toUpperCase().charCodeAt(0) : 0,
  };
}

/** BiDi's own key actions go to the page alone and never reach the browser's shortcuts. */
function pressKeys(keys: Key[]): void {
  const { Cc, Ci } = globalThis as unknown as WindowGlobals;
  const input = Cc['@mozilla.org/text-input-processor;1']?.createInstance(Ci['nsITextInputProcessor']);
  if (!input?.beginInputTransactionForTests(globalThis)) throw new Error('Something else is typing');
  const events = keys.map((key) => new KeyboardEvent('', key));
  for (const event of events) input.keydown(event);
  for (const event of events.toReversed()) input.keyup(event);
}
