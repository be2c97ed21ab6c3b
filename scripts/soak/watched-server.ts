import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readlinkSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { startServer, type BenchProcess } from '../bench/processes/start-process.ts';
import { graceMs } from './acts.ts';
import { ask } from './ask.ts';
import { origins } from './client.ts';

/** What there is of the server at one moment. */
export interface Sample {
  megabytes: number;
  /** Translations that the engine works on, and that wait for it. */
  running: number;
  queued: number;
  /** Undefined where the system does not tell; it does on Linux. */
  sockets: number | undefined;
}

/** What lives in the server's memory, by kind, after its garbage was thrown away. */
export type Census = Record<string, number>;

/** The server as users run it, watched from outside, and from within by a few lines that only answer when they are asked. */
export class WatchedServer {
  /** What it wrote on stderr, which must be nothing. */
  stderr = '';
  readonly #process: BenchProcess;

  private constructor(server: BenchProcess) {
    this.#process = server;
    server.child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.stderr += text));
  }

  static async start(fake: BenchProcess): Promise<WatchedServer> {
    const nodeFlags = ['--disable-warning=ExperimentalWarning', '--import', createCounter()];
    const stdio = ['ignore', 'pipe', 'pipe', 'ipc'] as const;
    return new WatchedServer(await startServer(fake, { flags, nodeFlags, stdio: [...stdio] }));
  }

  get url(): string {
    return this.#process.url;
  }

  async sample(): Promise<Sample> {
    const metrics = await ask(`${this.url}/metrics`);
    return {
      megabytes: readMetric(metrics, 'process_resident_memory_bytes') / 1024 ** 2,
      running: readMetric(metrics, 'dragoman_running_translations{engine="ollama"}'),
      queued: readMetric(metrics, 'dragoman_queued_translations{engine="ollama"}'),
      sockets: countSockets(this.#process.child),
    };
  }

  async count(): Promise<Census> {
    const { child } = this.#process;
    const answered = once(child, 'message');
    child.send('count');
    const [census] = (await answered) as [Census];
    return { ...census, sockets: countSockets(child) ?? 0 };
  }

  /** Its exit code. */
  async stop(): Promise<number | null> {
    await this.#process.stop();
    return this.#process.child.exitCode;
  }
}

/** Short limits, so that every one of them is met. A stall of less than 10 s is none to the server. */
const flags = [
  ...['--log-level', 'error', '--concurrency', '32', '--queue-limit', '120', '--grace', `${graceMs}ms`],
  ...['--first-token-timeout', '6s', '--stall-timeout', '10s', '--deadline', '90s'],
  ...origins.flatMap((origin) => ['--allow-origin', origin]),
];

/** A module that counts what lives in the server whenever it gets a message. Its channel does not keep the server alive. */
function createCounter(): string {
  const streams = pathToFileURL(path.join(import.meta.dirname, '../../dist/server/streams/')).href;
  const code = `
    import { ServerResponse } from 'node:http';
    import { queryObjects } from 'node:v8';
    const { constructor: Timeout } = setTimeout(() => {}, 0);
    const count = (kind) => queryObjects(kind, { format: 'count' });
    // Those that are still to come are links of a list; timers that are over may stay in memory for a while.
    const countTimers = () => queryObjects(Timeout, { format: 'summary' }).filter((text) => /_idleNext: \\[/.test(text)).length;
    process.on('message', async () => {
      const { MemoryRecord } = await import('${streams}memory-record.js');
      const { RunningStream } = await import('${streams}running-stream.js');
      const { SharedJob } = await import('${streams}shared-job.js');
      process.send({
        records: count(MemoryRecord), streams: count(RunningStream), jobs: count(SharedJob), answers: count(ServerResponse),
        signals: count(AbortSignal), timers: countTimers(), 'what holds the process': process.getActiveResourcesInfo().length,
      });
    });
    process.channel.unref();`;
  return `data:text/javascript,${encodeURIComponent(code)}`;
}

function readMetric(metrics: string, name: string): number {
  const line = metrics.split('\n').find((each) => each.startsWith(`${name} `));
  return Number(line?.slice(name.length) ?? 0);
}

function countSockets({ pid }: ChildProcess): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const folder = `/proc/${String(pid)}/fd`;
  return readdirSync(folder).filter((name) => readLink(`${folder}/${name}`).startsWith('socket:')).length;
}

/** A file may be closed while others are looked at. */
function readLink(name: string): string {
  try {
    return readlinkSync(name);
  } catch {
    return '';
  }
}
