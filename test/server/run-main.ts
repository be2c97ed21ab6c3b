import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The built server, as users start it. */
export const mainPath = path.join(import.meta.dirname, '../../dist/server/main.js');

/** What a process has written, and a wait for what it will. */
export interface Output {
  text(): string;
  until(pattern: RegExp): Promise<RegExpExecArray>;
}

export interface MainProcess {
  child: ChildProcess;
  stdout: Output;
  stderr: Output;
  /** Code and signal it ended with. */
  exit: Promise<[code: number | null, signal: string | null]>;
}

interface RunOptions {
  /** Before the server's own. */
  nodeFlags?: string[];
  /** Nothing is inherited but the PATH. */
  env?: Record<string, string>;
}

/** Starts processes with a data folder of their own. */
export class MainRunner {
  readonly dataDir = mkdtempSync(path.join(tmpdir(), 'dragoman-test-'));
  readonly #children: ChildProcess[] = [];

  run(flags: string[], { nodeFlags = [], env = {} }: RunOptions = {}): MainProcess {
    const child = spawn(process.execPath, [...nodeFlags, mainPath, '--data-dir', this.dataDir, ...flags], {
      env: { PATH: process.env.PATH, OLLAMA_HOST: 'http://127.0.0.1:1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#children.push(child);
    const exit = once(child, 'close') as MainProcess['exit'];
    return { child, stdout: collect(child.stdout), stderr: collect(child.stderr), exit };
  }

  /** On a free port; resolves when it is ready. */
  async start(flags: string[], options: RunOptions = {}): Promise<MainProcess & { url: string }> {
    const started = this.run(['--port', '0', ...flags], options);
    const [, url = ''] = await started.stdout.until(/^Dragoman is ready on (http:\S+)$/m);
    return { ...started, url };
  }

  /** To be called after each test, whatever became of it. */
  end(): void {
    for (const child of this.#children.splice(0)) child.kill('SIGKILL');
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}

/** Gathers what a stream gives. */
export function collect(stream: NodeJS.ReadableStream): Output {
  let text = '';
  stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  return {
    text: () => text,
    until: async (pattern) => {
      for (;;) {
        const match = pattern.exec(text);
        if (match) return match;
        await once(stream, 'data');
      }
    },
  };
}
