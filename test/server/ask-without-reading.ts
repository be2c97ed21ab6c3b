import { openConnection, type RawConnection } from './open-connection.ts';

/** Asks for more than the system takes for a client that reads nothing, and reads nothing but the beginning: its answers never end. */
export async function askWithoutReading(url: string): Promise<RawConnection> {
  const page = await (await fetch(`${url}/docs`)).text();
  const script = /\/pages\/assets\/docs-[\w-]+\.js/.exec(page)?.[0];
  if (script === undefined) throw new Error('The page /docs has no script.');
  const connection = await openConnection(url);
  connection.write(`GET ${script} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`.repeat(10));
  await connection.until(/200 OK/);
  connection.socket.pause();
  return connection;
}
