import { writeFile } from 'node:fs/promises';

import { z } from 'zod';

import type { BidiConnection } from '../../../scripts/browser/bidi-connection.ts';
import type { FirefoxWindow } from './firefox-window.ts';
import { choosePictureFile } from './picture-file.ts';
import type { Point, TestPage } from './test-browser.ts';
import { waitFor } from './wait-for.ts';
import { readAnswer, writeCall, writeMethod } from './write-call.ts';

export interface FirefoxSurroundings {
  connection: BidiConnection;
  window: FirefoxWindow;
  waitForMenuItem: (id: string) => Promise<void>;
}

/** https://www.w3.org/TR/webdriver/#keyboard-actions gives the keys that are no characters these code points. */
const keyCodePoints: Record<string, string> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
};

const tree = z.object({
  contexts: z.array(z.object({ children: z.array(z.object({ context: z.string(), url: z.string() })) })),
});

const picture = z.object({ data: z.string() });

export function createFirefoxPage(
  context: string,
  surroundings: FirefoxSurroundings,
  topContext: string = context,
): TestPage {
  const { connection, window } = surroundings;
  const perform = async (source: object, actions: object[]) => {
    await connection.send('input.performActions', { context, actions: [{ ...source, actions }] });
  };
  const useMouse = (...actions: object[]) =>
    perform({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' } }, actions);
  const useKeys = (...actions: object[]) => perform({ type: 'key', id: 'keys' }, actions);
  const testPage: TestPage = {
    goTo: async (url) => {
      await connection.send('browsingContext.navigate', { context: topContext, url, wait: 'complete' });
    },
    findFrame: async () => createFirefoxPage(await findChild(connection, context), surroundings, topContext),
    evaluate: async (run, argument) => {
      const answer = await connection.evaluate(context, writeCall(run, argument));
      return readAnswer(answer) as Awaited<ReturnType<typeof run>>;
    },
    inDocument: async (run, argument) => {
      const answer = await connection.evaluate(context, writeCall(run, argument, 'document'));
      return readAnswer(answer) as Awaited<ReturnType<typeof run>>;
    },
    inShadowRoot: async (host, run, argument) => {
      const answer = await connection.callInShadowRoot(context, host, writeMethod(run, argument));
      return readAnswer(answer) as Awaited<ReturnType<typeof run>> | undefined;
    },
    moveMouse: (to) => useMouse(moveTo(to)),
    clickMouse: (at) => useMouse(moveTo(at), press('left'), release('left')),
    doubleClickMouse: (at) =>
      useMouse(moveTo(at), press('left'), release('left'), press('left'), release('left')),
    dragMouse: async (from, to, key) => {
      const value = key && keyCodePoints[key];
      if (value) await useKeys({ type: 'keyDown', value });
      await useMouse(moveTo(from), press('left'), moveTo(to, 50), release('left'));
      if (value) await useKeys({ type: 'keyUp', value });
    },
    typeText: (text) => useKeys(...Array.from(text).flatMap((key) => writeKeys([key]))),
    pressKey: (keys) => useKeys(...writeKeys(keys.split('+').map((key) => keyCodePoints[key] ?? key))),
    pressShortcut: async (keys) => {
      await testPage.bringToFront();
      await window.pressKeys(keys);
    },
    chooseMenuItem: async (at, menuItemId) => {
      await surroundings.waitForMenuItem(menuItemId);
      await testPage.bringToFront();
      await useMouse(moveTo(at), press('right'), release('right'));
      await window.chooseMenuItem(menuItemId);
    },
    takePicture: async (name, size) => {
      const file = choosePictureFile(name);
      const { data } = picture.parse(
        await connection.send('browsingContext.captureScreenshot', {
          context: topContext,
          ...(size && { clip: { type: 'box', x: 0, y: 0, ...size } }),
        }),
      );
      await writeFile(file, data, 'base64');
      return file;
    },
    bringToFront: async () => {
      await connection.send('browsingContext.activate', { context: topContext });
      await window.focusPage();
      await waitFor('the page to have the focus', () =>
        connection.evaluate(topContext, 'document.hasFocus()'),
      );
    },
    close: async () => {
      await connection.send('browsingContext.close', { context: topContext });
    },
  };
  return testPage;
}

function findChild(connection: BidiConnection, context: string): Promise<string> {
  return waitFor('a loaded frame', async () => {
    const { contexts } = tree.parse(await connection.send('browsingContext.getTree', { root: context }));
    return contexts[0]?.children.find(({ url }) => url !== 'about:blank')?.context;
  });
}

function moveTo({ x, y }: Point, duration = 0): object {
  return { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration };
}

function press(button: 'left' | 'right'): object {
  return { type: 'pointerDown', button: button === 'left' ? 0 : 2 };
}

function release(button: 'left' | 'right'): object {
  return { type: 'pointerUp', button: button === 'left' ? 0 : 2 };
}

function writeKeys(keys: string[]): object[] {
  const down = keys.map((value) => ({ type: 'keyDown', value }));
  return [...down, ...keys.toReversed().map((value) => ({ type: 'keyUp', value }))];
}
