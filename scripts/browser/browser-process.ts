import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';

export interface BrowserPlan {
  program: string;
  /** An empty folder. */
  profile: string;
  /** Folder of the unpacked extension. */
  extension: string;
  /** Further words for its command line; the address of its first page, say. */
  words: readonly string[];
  /** Ends it. */
  signal: AbortSignal;
}

export interface BrowserProcess {
  child: ChildProcess;
  /** Resolves when it is gone, however that came; rejects when it could not be started. */
  ended: Promise<void>;
}

/** Starts a browser's program with the words that this way of loading takes, then those of the plan. */
export function spawnBrowser(
  { program, words, signal }: BrowserPlan,
  ownWords: readonly string[],
  stdio: StdioOptions,
): BrowserProcess {
  const child = spawn(program, [...ownWords, ...words], { stdio, signal });
  const ended = new Promise<void>((resolve, reject) => {
    child.once('close', resolve);
    // To be ended by the signal is an error to Node as well; that it is gone then comes afterwards.
    child.once('error', (error) => {
      if (!signal.aborted) reject(error);
    });
  });
  return { child, ended };
}

/** The answer, unless the browser ends first; after a failure it is gone. */
export async function waitForAnswer<Answer>(
  { child, ended }: BrowserProcess,
  answer: Promise<Answer>,
): Promise<Answer> {
  const endedFirst = ended.then(() => {
    throw new Error(
      `The browser ended with ${String(child.exitCode ?? child.signalCode)} before it was ready`,
    );
  });
  try {
    return await Promise.race([answer, endedFirst]);
  } catch (error) {
    child.kill();
    await ended;
    throw error;
  }
}
