import type { Browser as ExtensionApi } from 'webextension-polyfill';

import type { Look } from '../gallery/looks.ts';

export type BrowserName = 'chromium' | 'firefox';

/** A place in a page, in CSS pixels from the viewport's top left corner. */
export interface Point {
  x: number;
  y: number;
}

/**
 * A real browser with the extension in it; the same for Chromium and Firefox, so that one test can run in both. Functions
 * that are given to `evaluate` and its like run inside the browser: they may use only their argument, which travels as JSON.
 */
export interface TestBrowser {
  readonly name: BrowserName;
  /** `chrome-extension://…` or `moz-extension://…`, without a final slash; also what the server sees as Origin. */
  readonly extensionOrigin: string;
  /** Opens a tab, waits until the page is loaded, in front and focused. */
  openPage: (url: string) => Promise<TestPage>;
  /** Waits for a tab that somebody else opened, by the beginning of its address. */
  waitForPage: (url: string) => Promise<TestPage>;
  /** Opens the toolbar button's real popup and waits until it is loaded. */
  openPopup: () => Promise<void>;
  closePopup: () => Promise<void>;
  /** Runs in the real popup's window. */
  inPopup: <Result, Argument>(
    run: (popup: Window & typeof globalThis, argument: Argument) => Result | Promise<Result>,
    argument?: Argument,
  ) => Promise<Result>;
  /** Types into whatever has the focus in the popup. */
  typeInPopup: (text: string) => Promise<void>;
  /** Presses keys for the popup: `Control+Enter`. */
  pressKeyInPopup: (keys: string) => Promise<void>;
  /** Runs with the extension's rights, in a tab of its origin that none of its own code runs in. */
  inExtension: <Result, Argument>(
    run: (api: ExtensionApi, argument: Argument) => Result | Promise<Result>,
    argument?: Argument,
  ) => Promise<Result>;
  /** Loads the extension anew, as an update does; resolves when it can be used. */
  reloadExtension: () => Promise<void>;
  /** Runs with the globals of the background, which are given: those of its worker or its page. */
  inBackground: <Result, Argument>(
    run: (background: WindowOrWorkerGlobalScope, argument: Argument) => Result | Promise<Result>,
    argument?: Argument,
  ) => Promise<Result>;
  /** Kills the background at once, as a crash or the browser's own timeout does; resolves when it is dead. */
  killBackground: () => Promise<void>;
  /** Makes the open pages see a reader's system that asks for that look, without motion. */
  setLook: (look: Look) => Promise<void>;
  /** Saves a picture of the popup alone and returns the file. */
  takePopupPicture: (name: string) => Promise<string>;
  /** Saves a picture of the browser's window, of all that is on the display where there is one, and returns the file. */
  takePicture: (name: string) => Promise<string>;
  close: () => Promise<void>;
}

/** A tab. Mouse and keys are real: the page gets trusted events. */
export interface TestPage {
  goTo: (url: string) => Promise<void>;
  /** Runs in the page's own world. */
  evaluate: <Result, Argument>(
    run: (argument: Argument) => Result | Promise<Result>,
    argument?: Argument,
  ) => Promise<Result>;
  /** The same, given the document. */
  inDocument: <Result, Argument>(
    run: (root: Document, argument: Argument) => Result | Promise<Result>,
    argument?: Argument,
  ) => Promise<Result>;
  /** The same with the shadow root of the first element that matches `host`, be it closed; resolves to undefined without one. */
  inShadowRoot: <Result, Argument>(
    host: string,
    run: (root: ShadowRoot, argument: Argument) => Result | Promise<Result>,
    argument?: Argument,
  ) => Promise<Result | undefined>;
  /** The first frame inside; places are counted from its corner, the rest is the page's. */
  findFrame: () => Promise<TestPage>;
  moveMouse: (to: Point) => Promise<void>;
  clickMouse: (at: Point) => Promise<void>;
  doubleClickMouse: (at: Point) => Promise<void>;
  /** With a key held all the way, if told so. */
  dragMouse: (from: Point, to: Point, key?: 'Control') => Promise<void>;
  typeText: (text: string) => Promise<void>;
  /** Presses a key for the page: `Escape`, `Enter`, `Tab`, `Shift+Tab`, `Control+a`. */
  pressKey: (keys: string) => Promise<void>;
  /** Presses keys for the browser, which runs an extension's command: `Alt+Shift+Y`. */
  pressShortcut: (keys: string) => Promise<void>;
  /** Opens the browser's own context menu there and activates the extension's item in it. */
  chooseMenuItem: (at: Point, menuItemId: string) => Promise<void>;
  /** Saves a picture of what the page shows, from its top left corner when told a size, and returns the file. */
  takePicture: (name: string, size?: { width: number; height: number }) => Promise<string>;
  bringToFront: () => Promise<void>;
  close: () => Promise<void>;
}
