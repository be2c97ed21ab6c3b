import { spawn, type ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';

import { waitFor } from './wait-for.ts';

const patienceMs = 5000;

export interface RunningProcess {
  /** All it has written so far: stdout, stderr and file descriptor 3 together. */
  readOutput: () => string;
  /** The first match in its output; fails, with that output, when the process ends or the deadline passes without one. */
  waitForOutput: (pattern: RegExp, deadlineMs: number) => Promise<RegExpExecArray>;
  /** Asks it to end, insists after 5 s; resolves to its exit code (null when a signal ended it). */
  stop: () => Promise<number | null>;
  /** Kills it, as a crash does; resolves when it is dead. */
  kill: () => Promise<void>;
}

/** Starts a program that is stopped with the tests at the latest, however these end. */
export function startProcess(
  command: string,
  words: string[],
  environment: NodeJS.ProcessEnv,
): RunningProcess {
  const child = spawn(command, words, { env: environment, stdio: ['ignore', 'pipe', 'pipe', 'pipe'] });
  const endWithTests = () => void child.kill();
  process.once('exit', endWithTests);
  const ended = new Promise<number | null>((resolve) => {
    child.once('error', () => {
      resolve(null);
    });
    child.once('close', resolve);
  });
  // Not the exit itself: what it wrote last may still be on its way then.
  let hasEnded = false;
  void ended.then(() => {
    hasEnded = true;
    process.off('exit', endWithTests);
  });
  const readOutput = collectOutput(child);
  return {
    readOutput,
    waitForOutput: async (pattern, deadlineMs) => {
      const seen = await waitFor(
        `${command} to write ${String(pattern)}`,
        () => pattern.exec(readOutput()) ?? (hasEnded && 'ended'),
        deadlineMs,
      ).catch((error: unknown) => {
        throw new Error(`${command} wrote only:\n${readOutput()}`, { cause: error });
      });
      if (seen === 'ended')
        throw new Error(`${command} ended with ${String(child.exitCode)}:\n${readOutput()}`);
      return seen;
    },
    stop: async () => {
      child.kill('SIGTERM');
      const gone = await Promise.race([ended.then(() => true), pause(patienceMs, false, { ref: false })]);
      if (!gone) child.kill('SIGKILL');
      return ended;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function collectOutput(child: ChildProcess): () => string {
  let output = '';
  child.on('error', (error) => (output += error.message));
  for (const stream of child.stdio.slice(1) as Readable[]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  return () => output;
}
