import type { Frame, Page } from 'playwright-core';

import { nameKeys, type Display } from './display.ts';
import { choosePictureFile } from './picture-file.ts';
import type { Point, TestPage } from './test-browser.ts';
import { waitFor } from './wait-for.ts';
import { callInShadowRoot } from './chromium-shadow-root.ts';
import { readAnswer, writeCall, writeMethod } from './write-call.ts';

export interface ChromiumSurroundings {
  display: Display;
  /** Opens the native menu at a place of the display and activates the extension's item. */
  chooseMenuItem: (at: Point, menuItemId: string) => Promise<void>;
}

/**
 * Clicks and keys for the page come from the debugger, as trusted events; what is for the browser comes from the display, and so do drags,
 * for Playwright's own wait for scripts that a sandboxed frame never runs.
 */
export function createChromiumPage(
  page: Page,
  surroundings: ChromiumSurroundings,
  frame: Frame = page.mainFrame(),
): TestPage {
  const { display } = surroundings;
  const bringToFront = async () => {
    await page.bringToFront();
    await waitFor('the page to be visible', () =>
      evaluate(page.mainFrame(), () => document.visibilityState === 'visible'),
    );
  };
  return {
    bringToFront,
    goTo: async (url) => {
      await page.goto(url);
    },
    findFrame: async () => createChromiumPage(page, surroundings, await findChild(frame)),
    evaluate: (run, argument) => evaluate(frame, run, argument),
    inDocument: async (run, argument) => {
      const answer = await frame.evaluate<unknown>(writeCall(run, argument, 'document'));
      return readAnswer(answer) as Awaited<ReturnType<typeof run>>;
    },
    inShadowRoot: async (host, run, argument) => {
      const answer = await callInShadowRoot(page, host, writeMethod(run, argument));
      return readAnswer(answer) as Awaited<ReturnType<typeof run>> | undefined;
    },
    moveMouse: async (to) => {
      const { x, y } = await findInPage(frame, to);
      await page.mouse.move(x, y);
    },
    clickMouse: async (at) => {
      const { x, y } = await findInPage(frame, at);
      await page.mouse.click(x, y);
    },
    doubleClickMouse: async (at) => {
      const { x, y } = await findInPage(frame, at);
      await page.mouse.dblclick(x, y);
    },
    dragMouse: async (from, to, key) => {
      await bringToFront();
      const places = [from, to].map(async (at) => findOnDisplay(page, await findInPage(frame, at)));
      const [start = from, end = to] = await Promise.all(places);
      await display.dragMouse(start, end, key);
    },
    typeText: (text) => page.keyboard.type(text),
    pressKey: (keys) => page.keyboard.press(keys),
    pressShortcut: async (keys) => {
      await bringToFront();
      await display.pressKeys(nameKeys(keys));
    },
    chooseMenuItem: async (at, menuItemId) => {
      await bringToFront();
      await surroundings.chooseMenuItem(await findOnDisplay(page, await findInPage(frame, at)), menuItemId);
    },
    takePicture: async (name, size) => {
      const path = choosePictureFile(name);
      await page.screenshot({ path, ...(size && { clip: { x: 0, y: 0, ...size } }) });
      return path;
    },
    close: () => page.close(),
  };
}

async function evaluate<Result, Argument>(
  frame: Frame,
  run: (argument: Argument) => Result | Promise<Result>,
  argument?: Argument,
): Promise<Result> {
  return readAnswer(await frame.evaluate<unknown>(writeCall(run, argument))) as Result;
}

function findChild(frame: Frame): Promise<Frame> {
  return waitFor('a loaded frame', () => frame.childFrames().find((child) => child.url() !== 'about:blank'));
}

async function findInPage(frame: Frame, at: Point): Promise<Point> {
  const parent = frame.parentFrame();
  if (!parent) return at;
  const element = await frame.frameElement();
  const corner = await element.evaluate((box) => {
    const { x, y } = (box as Element).getBoundingClientRect();
    return { x: x + (box as Element).clientLeft, y: y + (box as Element).clientTop };
  });
  return findInPage(parent, { x: at.x + corner.x, y: at.y + corner.y });
}

/** Chromium's window has the same frame on three sides; its own bars are all above the page. */
function findOnDisplay(page: Page, at: Point): Promise<Point> {
  const locate = ({ x, y }: Point) => {
    const frame = (outerWidth - innerWidth) / 2;
    return { x: screenX + frame + x, y: screenY + outerHeight - innerHeight - frame + y };
  };
  return evaluate(page.mainFrame(), locate, at);
}
