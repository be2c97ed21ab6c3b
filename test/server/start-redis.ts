import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inject } from 'vitest';
import { findFreePort } from './find-free-port.ts';
import { killNow, killWithTests } from './kill-with-tests.ts';
import { readUntil } from './read-until.ts';

/** A real redis-server, empty, that keeps nothing on disk. */
export interface TestRedis {
  url: string;
  /** Kills it, as a power cut would. */
  kill: () => Promise<void>;
  /** Starts it again on the same port, empty; with less memory perhaps. */
  restart: (options?: { maxmemory?: string }) => Promise<void>;
  /** Lets it answer nobody, with all connections open, until `resume`. */
  pause: () => void;
  resume: () => void;
  stop: () => Promise<void>;
}

/** Starts Redis on a free port. `password`: what clients must then give. */
export async function startRedis({ password = '' } = {}): Promise<TestRedis> {
  const folder = mkdtempSync(path.join(tmpdir(), 'dragoman-redis-'));
  const port = await findFreePort();
  let child = await launch({ folder, port, password, maxmemory: '0' });
  const kill = (): Promise<void> => killNow(child);
  return {
    url: `redis://${password && `:${password}@`}127.0.0.1:${port}`,
    kill,
    restart: async ({ maxmemory = '0' } = {}) => {
      await kill();
      child = await launch({ folder, port, password, maxmemory });
    },
    pause: () => child.kill('SIGSTOP'),
    resume: () => child.kill('SIGCONT'),
    stop: async () => {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Launch {
  folder: string;
  port: number;
  password: string;
  maxmemory: string;
}

async function launch({ folder, port, password, maxmemory }: Launch): Promise<ChildProcess> {
  const words = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder];
  words.push('--requirepass', password, '--maxmemory', maxmemory);
  const child = spawn(inject('serverPrograms').redis, [...words, '--save', '', '--appendonly', 'no'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  killWithTests(child);
  await readUntil(child.stdout, /Ready to accept connections/);
  return child;
}
