import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { inject } from 'vitest';

import type { Box } from './inspect-element.ts';
import { choosePictureFile } from './picture-file.ts';
import { startProcess } from './start-process.ts';
import type { Point } from './test-browser.ts';
import { waitFor } from './wait-for.ts';

const execute = promisify(execFile);

/** In pixels. */
export interface Size {
  width: number;
  height: number;
}

export const displaySize: Size = { width: 1280, height: 900 };

/** A drag that takes no time at all is a click to some programs. */
const handPaceSeconds = 0.02;

/** An X display of its own with a window manager; its mouse and keys are real to the programs on it. */
export interface Display {
  /** What a program needs in its environment to open its windows here. */
  environment: NodeJS.ProcessEnv;
  clickMouse: (at: Point, button: 'left' | 'right') => Promise<void>;
  /** With the left button down all the way, and a key, if told so. */
  dragMouse: (from: Point, to: Point, key?: string) => Promise<void>;
  typeText: (text: string) => Promise<void>;
  /** Presses keys one after the other, named as X does: `Up`, `Return`, `Alt+Shift+y`. */
  pressKeys: (...keys: string[]) => Promise<void>;
  /** Windows that can be seen now, menus too. */
  listWindows: () => Promise<string[]>;
  /** Saves a picture of all that is on it, or of a part, and returns the file. */
  takePicture: (name: string, part?: Box) => Promise<string>;
  close: () => Promise<void>;
}

/** Xvfb picks a free display number itself and tells it on descriptor 3, so that several runs never clash. */
export async function openDisplay(): Promise<Display> {
  const programs = inject('programs');
  const screen = `${displaySize.width}x${displaySize.height}x24`;
  const server = startProcess(
    programs.xvfb,
    ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp', '-noreset'],
    process.env,
  );
  const [, number] = await server.waitForOutput(/^(\d+)\n/m, 20_000);
  // Any locale but this one may be missing; without UTF-8 xdotool can't type and titles are garbled.
  const environment = { ...process.env, DISPLAY: `:${String(number)}`, LC_ALL: 'C.UTF-8', LANGUAGE: 'en' };
  const manager = startProcess(programs.openbox, [], environment);
  const runXdotool = async (...words: (string | number)[]) =>
    (await execute(programs.xdotool, words.map(String), { env: environment })).stdout;
  // Only a window manager answers this; until then a window would never get the focus.
  await waitFor('the window manager', async () => (await runXdotool('get_desktop')) !== '');
  return {
    environment,
    clickMouse: async (at, button) => {
      await runXdotool(...moveTo(at), 'click', button === 'left' ? 1 : 3);
    },
    dragMouse: async (from, to, key) => {
      const steps = [0.2, 0.4, 0.6, 0.8, 1].flatMap((part) => [
        ...moveTo({ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }),
        'sleep',
        handPaceSeconds,
      ]);
      const drag = [...moveTo(from), 'mousedown', 1, ...steps, 'mouseup', 1];
      await runXdotool(...(key ? ['keydown', key, ...drag, 'keyup', key] : drag));
    },
    typeText: async (text) => {
      await runXdotool('type', text);
    },
    pressKeys: async (...keys) => {
      await runXdotool('key', ...keys);
    },
    listWindows: async () => (await runXdotool('search', '--onlyvisible', '--name', '.*')).split('\n'),
    takePicture: async (name, part) => {
      const file = choosePictureFile(name);
      const crop = part ? ['-crop', `${part.width}x${part.height}+${part.x}+${part.y}`, '+repage'] : [];
      await execute(programs.import, ['-window', 'root', ...crop, file], { env: environment });
      return file;
    },
    close: async () => {
      await manager.stop();
      await server.stop();
    },
  };
}

function moveTo({ x, y }: Point): (string | number)[] {
  return ['mousemove', Math.round(x), Math.round(y)];
}

/** Keys as pages name them (`Control+Enter`), by the names that X has for them. */
export function nameKeys(keys: string): string {
  const names: Record<string, string> = { Enter: 'Return' };
  return keys
    .split('+')
    .map((key) => names[key] ?? (key.length === 1 ? key.toLowerCase() : key))
    .join('+');
}
