import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { killNow, killWithTests } from './kill-with-tests.ts';
import { readUntil } from './read-until.ts';

const main = path.join(import.meta.dirname, '../../dist/server/main.js');

/** The built server in a process of its own, which can be killed. */
export interface ServerProcess {
  url: string;
  /** As a power cut would. */
  kill: () => Promise<void>;
  stop: () => Promise<void>;
}

/** Starts it on a free port, with a data folder of its own. */
export async function startServerProcess(...flags: string[]): Promise<ServerProcess> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'dragoman-test-'));
  const words = ['--port', '0', '--data-dir', dataDir, '--log-level', 'error', ...flags];
  const child = spawn(process.execPath, [main, ...words], {
    env: { PATH: process.env.PATH },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  killWithTests(child);
  const [, url = ''] = await readUntil(child.stdout, /^Dragoman is ready on (http:\S+)$/m);
  const kill = (): Promise<void> => killNow(child);
  return {
    url,
    kill,
    stop: async () => {
      await kill();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
