import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { Redis } from 'ioredis';
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
  /** From now on it takes nothing that needs more than so many bytes; 0: as much as comes. */
  setMemory: (bytes: number) => Promise<void>;
  /** Lets it answer nobody, with all connections open, until `resume`. */
  pause: () => void;
  resume: () => void;
  stop: () => Promise<void>;
}

/** Starts Redis on a free port. `password`: what clients must then give. */
export async function startRedis({ password = '' } = {}): Promise<TestRedis> {
  const folder = mkdtempSync(path.join(tmpdir(), 'dragoman-redis-'));
  const port = await findFreePort();
  let isStopped = false;
  let child: LaunchedRedis | undefined;
  const kill = async (): Promise<void> => {
    if (child) await killNow(child);
  };
  const start = async (maxmemory = '0'): Promise<void> => {
    if (isStopped) return;
    child = launch({ folder, port, password, maxmemory });
    await readUntil(child.stdout, /Ready to accept connections/);
  };
  await start();
  return {
    url: `redis://${password && `:${password}@`}127.0.0.1:${port}`,
    kill,
    restart: async ({ maxmemory } = {}) => {
      await kill();
      await start(maxmemory);
    },
    setMemory: async (bytes) => {
      const client = new Redis(port, { password });
      await client.config('SET', 'maxmemory', bytes);
      client.disconnect();
    },
    pause: () => child?.kill('SIGSTOP'),
    resume: () => child?.kill('SIGCONT'),
    stop: async () => {
      // A test that ran out of time may be about to start it again.
      isStopped = true;
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

type LaunchedRedis = ChildProcessByStdio<null, Readable, null>;

interface Launch {
  folder: string;
  port: number;
  password: string;
  maxmemory: string;
}

function launch({ folder, port, password, maxmemory }: Launch): LaunchedRedis {
  const words = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder];
  words.push('--requirepass', password, '--maxmemory', maxmemory);
  const child = spawn(inject('serverPrograms').redis, [...words, '--save', '', '--appendonly', 'no'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  killWithTests(child);
  return child;
}
