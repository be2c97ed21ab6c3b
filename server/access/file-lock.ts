import { closeSync, openSync, rmSync, statSync } from 'node:fs';

/** A change takes a few milliseconds: an older lock is of a process that died in the middle. */
const staleMs = 2000;
const patienceMs = 3000;
const pauseMs = 5;

/**
 * Runs while no other process does so for the same file, so that none writes back what it read before the other one changed it. Waits at
 * most three seconds, without letting anything else run; throws EEXIST when the lock is not to be had.
 */
export function withFileLock<Result>(path: string, run: () => Result): Result {
  const lock = `${path}.lock`;
  acquire(lock);
  try {
    return run();
  } finally {
    rmSync(lock, { force: true });
  }
}

function acquire(lock: string): void {
  const deadline = performance.now() + patienceMs;
  while (!tryToAcquire(lock, performance.now() < deadline)) {
    if (isStale(lock)) rmSync(lock, { force: true });
    else pause();
  }
}

function tryToAcquire(lock: string, mayWait: boolean): boolean {
  try {
    closeSync(openSync(lock, 'wx', 0o600));
    return true;
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    if (isTaken && mayWait) return false;
    throw error;
  }
}

function isStale(lock: string): boolean {
  const stats = statSync(lock, { throwIfNoEntry: false });
  return stats !== undefined && Date.now() - stats.mtimeMs > staleMs;
}

function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMs);
}
