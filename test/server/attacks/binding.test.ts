import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readSettings } from '../../../server/settings/settings.ts';
import { startTestServer, type TestServer } from '../start-test-server.ts';

vi.mock('node:dns/promises', { spy: true });

let server: TestServer | undefined;

afterEach(async () => {
  await server?.stop();
  server = undefined;
});

/** What the system takes for any address, for another machine's, or for who knows what. */
const open = [
  '0.0.0.0',
  '::',
  '[::]',
  '0',
  '0x0',
  '00.0.0.0',
  '0.0',
  '0.0.0',
  '0x0.0',
  '::0',
  '0::',
  '0:0:0:0:0:0:0:0',
  '[0:0:0:0:0:0:0:0]',
  '::ffff:0.0.0.0',
  '::ffff:0:0',
  '::FFFF:0.0.0.0',
  '[::ffff:0.0.0.0]',
  '::0.0.0.0',
  '::%lo',
  '192.168.1.2',
  '::ffff:192.168.1.2',
  '10.127.0.1',
  '2001:db8::1',
  'fe80::1%lo',
  'fe80::1',
  'box.lan',
  '127.0.0.1.nip.io',
  '127.evil.example',
  'localhost.evil.example',
  'evil.localhost',
  '*',
  ' ',
  '\t',
  '',
  '0.0.0.0 ',
  '127.0.0.1\n0.0.0.0',
];

/** They lead to this machine alone, as the system reads them today; nobody needs them. */
const doubtful = [
  '127.1',
  '2130706433',
  '0x7f000001',
  '0177.0.0.1',
  '127.000.000.001',
  'localhost.',
  'localhost.localdomain',
  'ip6-localhost',
  '::ffff:7f00:1',
  '0:0:0:0:0:0:0:1',
  '127.0.0.1\0',
  '\uFF11\uFF12\uFF17.0.0.1',
];

it.each([...open, ...doubtful])('refuses to listen on %j without a token, in one sentence', (host) => {
  const read = () => readSettings(['--host', host]);
  expect(read).toThrow(/^--host \S.* but --token is not set; set a token or leave the host out\.$/);
  expect(() => readSettings(['--host', host, '--token', ''])).toThrow('--token is not set');
});

describe.each(['127.0.0.1', 'localhost', 'LOCALHOST', '127.8.9.1', '::1', '[::1]', '::ffff:127.0.0.1'])(
  'on %s without a token',
  (host) => {
    it('is reached from this machine alone', async () => {
      server = await startTestServer('--host', host);
      const { port } = new URL(server.url);
      const addresses = Object.values(networkInterfaces())
        .flatMap((list) => list ?? [])
        .filter(({ internal, scopeid }) => !internal && !scopeid)
        .map(({ address }) => address);
      const reached = await Promise.all(addresses.map((address) => isReached(address, Number(port))));
      expect(reached).toEqual(addresses.map(() => false));
      expect((await fetch(`${server.url}/health`)).status).toBe(200);
    });
  },
);

it.each(['0.0.0.0', '::', '192.0.2.7', '::ffff:0.0.0.0'])(
  'refuses a localhost that leads to %s on this system',
  async (address) => {
    vi.mocked(lookup).mockResolvedValueOnce({ address, family: 4 });
    await expect(startTestServer('--host', 'localhost')).rejects.toThrow(
      /^--host localhost leads to an address that is open .*--token is not set/,
    );
  },
);

it.each(['0.0.0.0', '0', '0.0', '::ffff:0.0.0.0'])(
  'listens on %s with a token, and tells where',
  async (host) => {
    server = await startTestServer('--host', host, '--token', 's3cret');
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await fetch(`${server.url}/v1/languages`)).status).toBe(401);
  },
);

async function isReached(host: string, port: number): Promise<boolean> {
  const socket = connect({ host, port });
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
