import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '../fixtures/ollama-0.13.0');

/** One recorded exchange with a real Ollama; the fixtures' README.md says how it was recorded and what each file is. */
export interface Recording {
  name: string;
  method: string;
  path: string;
  /** Request line, headers and body as the recorder sent them. */
  requestBytes: Buffer;
  requestBody: string;
  /** Undefined where the server never answered. */
  status: number | undefined;
  /** The whole answer, cut as the recorder's socket read it. */
  writes: Buffer[];
  /** How long before each of the writes nothing came. */
  gapsMs: number[];
  /** How it went on after the last byte: the server closed, or it went on in silence until the client closed. */
  ending: 'closed' | 'silent';
}

interface Meta {
  method: string;
  path: string;
  request_headers: Record<string, string | number>;
  status: string | null;
  ended: string;
}

export function listRecordings(): string[] {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('meta.json'))
    .map((file) => dirname(file).replaceAll('\\', '/'))
    .toSorted();
}

export function readRecording(name: string): Recording {
  const folder = join(root, name);
  const meta = JSON.parse(readFileSync(join(folder, 'meta.json'), 'utf8')) as Meta;
  const timing = JSON.parse(readFileSync(join(folder, 'timing.json'), 'utf8')) as {
    reads: [number, number][];
  };
  const requestBody = readRequestBody(folder);
  return {
    name,
    method: meta.method,
    path: meta.path,
    requestBytes: Buffer.from(formatRequestHead(meta) + requestBody),
    requestBody,
    status: meta.status === null ? undefined : Number(meta.status.split(' ')[1]),
    writes: cutBytes(
      readFileSync(join(folder, 'response.raw')),
      timing.reads.map(([, bytes]) => bytes),
    ),
    gapsMs: timing.reads.map(([atMs], index) => atMs - (timing.reads[index - 1]?.[0] ?? 0)),
    ending: meta.ended === 'server FIN' ? 'closed' : 'silent',
  };
}

function readRequestBody(folder: string): string {
  const file = ['request.json', 'request.txt']
    .map((name) => join(folder, name))
    .find((path) => existsSync(path));
  return file === undefined ? '' : readFileSync(file, 'utf8');
}

function formatRequestHead(meta: Meta): string {
  const headers = Object.entries(meta.request_headers).map(([name, value]) => `${name}: ${value}`);
  return [`${meta.method} ${meta.path} HTTP/1.1`, ...headers, '', ''].join('\r\n');
}

/** The read sizes are those of the unedited bytes: where host names were replaced the last piece is a little shorter or longer. */
function cutBytes(bytes: Buffer, sizes: number[]): Buffer[] {
  const ends = sizes.map((_, index) => sizes.slice(0, index + 1).reduce((sum, size) => sum + size, 0));
  return ends.map((end, index) =>
    bytes.subarray(ends[index - 1] ?? 0, index === ends.length - 1 ? undefined : end),
  );
}
