import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Besides the text. */
const elements = 10_000;

/** Serves a page of 10,000 elements, with that text at its top, on a free port. */
export async function servePage(text: string): Promise<{ url: string; close(): Promise<void> }> {
  const spans = Array.from({ length: elements }, (_, index) => `<span>${index} </span>`).join('');
  const style =
    'body { margin: 40px; font: 18px/1.5 sans-serif; max-width: 600px } #text { white-space: pre-wrap }';
  const html = `<!doctype html><meta charset="utf-8"><style>${style}</style><p id="text">${text}</p><p>${spans}</p>`;
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8').end(html);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
