import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startProcess } from './start-process.ts';

const program = join(import.meta.dirname, '../../../dist/server/main.js');

export interface RunningDragoman {
  /** `http://127.0.0.1:<port>`, without a final slash. */
  url: string;
  port: number;
  /** All it has written so far. */
  readOutput: () => string;
  /** Asks it to stop as a user would; resolves to its exit code. */
  stop: () => Promise<number | null>;
  /** Kills it, as a crash does; resolves when it is dead. */
  kill: () => Promise<void>;
}

/**
 * Starts the built server as users do, with an empty data folder and, unless the flags name one, on a free port; resolves when it says that
 * it is ready.
 */
export async function startDragoman(...flags: string[]): Promise<RunningDragoman> {
  if (!existsSync(program)) throw new Error(`${program} is missing: run "npm run build" first`);
  const dataFolder = await mkdtemp(join(tmpdir(), 'dragoman-data-'));
  const words = [program, '--port', '0', '--data-dir', dataFolder, ...flags];
  const server = startProcess(process.execPath, words, removeSettings(process.env));
  const stop = async () => {
    const exitCode = await server.stop();
    await rm(dataFolder, { recursive: true, force: true });
    return exitCode;
  };
  try {
    const [, url = '', port] = await server.waitForOutput(
      /^Dragoman is ready on (http:\/\/127\.0\.0\.1:(\d+))$/m,
      20_000,
    );
    return { url, port: Number(port), readOutput: server.readOutput, stop, kill: server.kill };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The settings of whoever runs the tests are not the tests' own. */
function removeSettings(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const isSetting = (name: string) => /^(?:DRAGOMAN_|OLLAMA_HOST$|OPENAI_)/.test(name);
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !isSetting(name)));
}
