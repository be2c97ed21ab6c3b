import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { providePrograms } from '../../programs/provide-programs.ts';

const execute = promisify(execFile);

/** An X display of its own, whose keys are real to the browser on it. */
export interface BenchDisplay {
  environment: NodeJS.ProcessEnv;
  /** Presses keys together, named as X does: `Alt+Shift+y`. */
  pressKeys(keys: string): Promise<void>;
  close(): Promise<void>;
}

export async function openBenchDisplay(): Promise<BenchDisplay> {
  const programs = providePrograms(['xvfb', 'openbox', 'xdotool']);
  const words = ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp', '-noreset'];
  const server = run(programs.xvfb, words, process.env);
  const [number] = (await once(server.stdio[3] as Readable, 'data')) as [Buffer];
  const environment = { ...process.env, DISPLAY: `:${number.toString().trim()}`, LC_ALL: 'C.UTF-8' };
  const manager = run(programs.openbox, [], environment);
  return {
    environment,
    pressKeys: async (keys) => {
      await execute(programs.xdotool, ['key', '--delay', '0', keys], { env: environment });
    },
    close: async () => {
      for (const child of [manager, server]) await end(child);
    },
  };
}

/** It ends with the bench, however that ends. */
function run(program: string, words: string[], env: NodeJS.ProcessEnv): ChildProcess {
  const child = spawn(program, words, { env, stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  process.once('exit', () => child.kill());
  return child;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill();
  await once(child, 'exit');
}
