import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inject } from 'vitest';
import { findFreePort } from './find-free-port.ts';

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
  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    child.kill('SIGKILL');
    await exit;
  };
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
  let output = '';
  for await (const chunk of child.stdout.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
    output += String(chunk);
    if (output.includes('Ready to accept connections')) {
      child.stdout.resume();
      return child;
    }
  }
  throw new Error(`redis-server did not start: ${output}`);
}

/** Also when tests fail before they stop it, or are stopped themselves. */
function killWithTests(child: ChildProcess): void {
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
}
