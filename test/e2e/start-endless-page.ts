import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const beginning = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Test page</title>
<p id="text">The rest of this page is still to come.</p>
`;

/** A page with an element `#text` whose server never sends its end. */
export async function startEndlessPage(): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).write(beginning.padEnd(4096));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://page.test:${port}/`, close };
}
