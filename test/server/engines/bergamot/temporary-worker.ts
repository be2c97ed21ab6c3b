import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { packageRoot } from '../../../../server/package-root.ts';

/** The compiled worker, as the engine starts it. */
const realWorkerFile = path.join(packageRoot, 'dist/server/engines/bergamot/worker.js');

/** A folder that is gone after the test. */
export async function createTemporaryFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'dragoman-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

/** A worker that runs `onMessage` (a function body with `request`, `parentPort` and `count`, the number of the thread) on each request. */
export async function createWorkerFile(onMessage: string, { andTranslates = false } = {}): Promise<string> {
  const folder = await createTemporaryFolder();
  const file = path.join(folder, 'worker.mjs');
  const source = `
    ${andTranslates ? `import ${JSON.stringify(realWorkerFile)};` : ''}
    import { mkdirSync } from 'node:fs';
    import { parentPort } from 'node:worker_threads';
    let count = 1;
    while (!take(count)) count += 1;
    // Making a folder fails when it is there: of two threads that start at once, each gets a number of its own.
    function take(number) {
      try {
        mkdirSync(${JSON.stringify(path.join(folder, 'thread-'))} + number);
        return true;
      } catch {
        return false;
      }
    }
    parentPort.on('message', (request) => { ${onMessage} });`;
  await writeFile(file, source);
  return file;
}
