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

/** Starts processes with a data folder of their own. */
export class MainRunner {
  readonly dataDir = mkdtempSync(path.join(tmpdir(), 'dragoman-test-'));
  readonly #children: ChildProcess[] = [];

  /** `nodeFlags` come before the server's own. */
  run(flags: string[], nodeFlags: string[] = []): MainProcess {
    const child = spawn(process.execPath, [...nodeFlags, mainPath, '--data-dir', this.dataDir, ...flags], {
      env: { PATH: process.env.PATH, OLLAMA_HOST: 'http://127.0.0.1:1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#children.push(child);
    const exit = once(child, 'close') as MainProcess['exit'];
    return { child, stdout: collect(child.stdout), stderr: collect(child.stderr), exit };
  }

  /** On a free port; resolves when it is ready. */
  async start(flags: string[], nodeFlags: string[] = []): Promise<MainProcess & { url: string }> {
    const started = this.run(['--port', '0', ...flags], nodeFlags);
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
