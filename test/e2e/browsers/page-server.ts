import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { findTestPage, type TestPageName } from './test-pages.ts';

/** Names that the browsers under test take for 127.0.0.1, so that pages can have several origins. */
export const testHosts = ['page.test', 'frame.test', 'other.test', 'public.test'] as const;

export interface PageServer {
  port: number;
  /** Address of a page, on `page.test` unless told otherwise. */
  getUrl: (page: TestPageName, host?: (typeof testHosts)[number] | '127.0.0.1') => string;
  close: () => Promise<void>;
}

/** Serves the test pages on a free port of 127.0.0.1. */
export async function startPageServer(): Promise<PageServer> {
  const server = createServer((request, response) => {
    const page = findTestPage(new URL(request.url ?? '/', 'http://page.test').pathname.slice(1));
    response.writeHead(page ? 200 : 404, { 'Content-Type': 'text/html; charset=utf-8', ...page?.headers });
    response.end(page?.html ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    getUrl: (page, host = 'page.test') => `http://${host}:${port}/${page}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
