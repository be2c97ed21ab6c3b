import { spawn, type ChildProcess, type SpawnOptions, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';

const folder = import.meta.dirname;
const root = path.join(folder, '../../..');

/** How long a process may take until it is ready. */
const readyLimitMs = 20_000;

/** A server in a process of its own. */
export interface BenchProcess {
  url: string;
  child: ChildProcess;
  /** From its start to the line that says it is ready. */
  readyMs: number;
  /** Time its threads have worked so far; undefined where the system does not tell (it does on Linux). */
  readCpuMs(): number | undefined;
  stop(): Promise<void>;
}

/** The fake engine. */
export function startFakeOllama(): Promise<BenchProcess> {
  return startScript(path.join(folder, 'fake-ollama.ts'));
}

/** A script that says on stdout where it listens, as `Ready on http://…`. */
export function startScript(file: string, ...words: string[]): Promise<BenchProcess> {
  return start(['--import', 'tsx', file, ...words]);
}

/** What differs from how users run the server. */
export interface ServerOptions {
  /** Settings beside those of every bench. */
  flags?: readonly string[];
  /** Node's own, before the program. */
  nodeFlags?: readonly string[];
  /** Stdout is always read. Default: nothing on stdin, stderr of whoever measures. */
  stdio?: StdioOptions;
}

/** The server as users run it, on a free port, with an empty data folder and the fake as its engine. */
export function startServer(fake: BenchProcess, options: ServerOptions = {}): Promise<BenchProcess> {
  const { nodeFlags = [] } = options;
  return startWithFlags([...nodeFlags, path.join(root, 'dist/server/main.js')], fake, options);
}

/** How much of the pipeline runs: all, all but the checks, or nothing between engine and reader. */
export type Pipeline = 'whole' | 'unchecked' | 'bare';

/** The same server with as much of its pipeline. */
export function startPipeline(pipeline: Pipeline, fake: BenchProcess): Promise<BenchProcess> {
  return startWithFlags(['--import', 'tsx', path.join(folder, 'pipeline-server.ts'), pipeline], fake);
}

async function startWithFlags(
  words: string[],
  fake: BenchProcess,
  { flags: more = [], stdio }: ServerOptions = {},
): Promise<BenchProcess> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'dragoman-bench-'));
  const flags = ['--port', '0', '--data-dir', dataDir, '--log-level', 'silent'];
  const engine = ['--engine', 'ollama', '--ollama-host', fake.url];
  const server = await start([...words, ...flags, ...engine, ...more], stdio);
  return {
    ...server,
    stop: async () => {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A Node program that is spoken to by messages. */
export function startWorker(name: string): ChildProcess {
  return run(['--import', 'tsx', path.join(folder, name)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

async function start(
  words: string[],
  stdio: StdioOptions = ['ignore', 'pipe', 'inherit'],
): Promise<BenchProcess> {
  const startedAt = performance.now();
  const child = run(words, { stdio });
  const url = await readUrl(child);
  return {
    url,
    child,
    readyMs: performance.now() - startedAt,
    readCpuMs: () => readCpuMs(child.pid),
    stop: async () => {
      if (child.exitCode !== null) return;
      child.kill();
      await once(child, 'exit');
    },
  };
}

/** It ends with the bench, however that ends. */
function run(words: string[], options: SpawnOptions): ChildProcess {
  const child = spawn(process.execPath, words, { cwd: root, env: removeSettings(process.env), ...options });
  const end = (): void => void child.kill();
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  return child;
}

/** The settings of whoever measures are not the bench's own. */
function removeSettings(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const isSetting = (name: string): boolean =>
    /^(?:DRAGOMAN_|OLLAMA_|OPENAI_|npm_lifecycle_event$)/.test(name);
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !isSetting(name)));
}

async function readUrl(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('The process has no output to read.');
  const limit = setTimeout(() => child.kill(), readyLimitMs);
  for await (const line of createInterface(child.stdout)) {
    const url = / on (?<url>http:\/\/\S+)$/.exec(line)?.groups?.url;
    if (url === undefined) continue;
    clearTimeout(limit);
    child.stdout.resume();
    return url;
  }
  throw new Error('A process ended before it was ready; its words are above.');
}

/** proc(5): fields 14 and 15 of `stat`, counted from after the name, in ticks of 10 ms. */
function readCpuMs(pid: number | undefined): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const fields =
    readFileSync(`/proc/${pid ?? 'self'}/stat`, 'utf8')
      .split(') ')[1]
      ?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
