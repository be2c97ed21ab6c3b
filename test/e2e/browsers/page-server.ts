import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, parse } from 'node:path';

const folder = join(import.meta.dirname, '../../fixtures/pages');

/** Every page by its name, the file's without its ending. All but a few have an element `#text` to be selected. */
const files = new Map(readdirSync(folder).map((file) => [parse(file).name, file]));

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.xhtml': 'application/xhtml+xml; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.pdf': 'application/pdf',
};

/** What cannot be said in the page itself. */
const policies: Record<string, string> = {
  'strict-csp': "default-src 'none'; require-trusted-types-for 'script'",
  'sandboxed-page': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
};

/** Names that the browsers under test take for 127.0.0.1, so that pages can have several origins. */
export const testHosts = ['page.test', 'frame.test', 'other.test', 'public.test'] as const;

export interface PageServer {
  port: number;
  /** Address of a page of test/fixtures/pages, on `page.test` unless told otherwise. */
  getUrl: (page: string, host?: (typeof testHosts)[number] | '127.0.0.1') => string;
  close: () => Promise<void>;
}

/** Serves the test pages on a free port of 127.0.0.1. */
export async function startPageServer(): Promise<PageServer> {
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://page.test').pathname.slice(1);
    void readPage(name).then((page) => {
      response.writeHead(page ? 200 : 404, page?.headers ?? {}).end(page?.content ?? '');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    getUrl: (page, host = 'page.test') => {
      if (!files.has(page)) throw new Error(`There is no page "${page}" in ${folder}`);
      return `http://${host}:${port}/${page}`;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Page {
  content: Buffer;
  headers: Record<string, string>;
}

/** Undefined for what the browsers ask for by themselves, an icon say. */
async function readPage(name: string): Promise<Page | undefined> {
  const file = files.get(name);
  if (file === undefined) return undefined;
  const policy = policies[name];
  const headers = {
    'Content-Type': contentTypes[extname(file)] ?? '',
    ...(policy !== undefined && { 'Content-Security-Policy': policy }),
  };
  return { content: await readFile(join(folder, file)), headers };
}
