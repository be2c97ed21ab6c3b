import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectProblem } from '../access/expect-answer.ts';
import { send, sendRaw } from '../send-raw.ts';
import { startTestServer, type TestServer } from '../start-test-server.ts';

let server: TestServer;
let everywhere: TestServer;

beforeAll(async () => {
  server = await startTestServer();
  everywhere = await startTestServer('--host', '0.0.0.0', '--token', 's3cret');
});

afterAll(async () => {
  await Promise.all([server.stop(), everywhere.stop()]);
});

/** What a page could make lead here, or make look as if it did; PORT is the server's own. */
const hosts = [
  'evil.example',
  'evil.example:PORT',
  'evil.example.:PORT',
  'localhost.evil.example:PORT',
  'evil.localhost:PORT',
  'localhost.localdomain:PORT',
  '127.0.0.1.nip.io:PORT',
  '127.0.0.1.evil.example',
  '127.1:PORT',
  '2130706433:PORT',
  '0x7f.1:PORT',
  '0x7f000001',
  '0177.0.0.1:PORT',
  '0:PORT',
  '0.0.0.0:PORT',
  '[::ffff:127.0.0.1]:PORT',
  '[0:0:0:0:0:0:0:1]:PORT',
  '[::]:PORT',
  '127.0.0.1@evil.example',
  'evil.example@127.0.0.1:PORT',
  '127.0.0.1:PORT, evil.example',
  '127.0.0.1:PORT evil.example',
  '127.0.0.1:PORT#evil.example',
  '127.0.0.1:PORT/evil.example',
  'http://127.0.0.1:PORT',
  'xn--localhost-9za:PORT',
  '\u00e9vil.example',
  '127.0.0.1:PORT:80',
  '127.0.0.1:0x2328',
  'localhost..',
  ':PORT',
  '',
];

it.each(hosts)('the Host "%s" is refused, before the body is read', async (spelling) => {
  const host = spelling.replace('PORT', new URL(server.url).port);
  const type = ['Content-Type', 'application/json'] as const;
  const headers = [['Host', host], type, ['Content-Length', '1000000']] as const;
  // What follows the headers never comes: only an answer that waits for no body ends this test.
  const answer = await sendRaw(server.url, { line: 'POST /v1/translate', headers });
  expectProblem(answer, 403, 'forbidden_host');
});

it.each(hosts.slice(0, 8))('the Host "%s" is refused also where addresses are answered', async (spelling) => {
  const host = spelling.replace('PORT', new URL(everywhere.url).port);
  const headers = [
    ['Host', host],
    ['Authorization', 'Bearer s3cret'],
  ] as const;
  expectProblem(await sendRaw(everywhere.url, { headers }), 403, 'forbidden_host');
});

it.each(['127.0.0.1', 'LOCALHOST.', 'localhost:1', '[::1]', '[::1]:9000'])(
  'the Host "%s", which no page can make lead elsewhere, is answered',
  async (host) => {
    expect(await sendRaw(server.url, { headers: [['Host', host]] })).toMatchObject({ status: 200 });
  },
);

it.each([
  ['127.0.0.1', 'evil.example'],
  ['evil.example', '127.0.0.1'],
  ['127.0.0.1', '127.0.0.1'],
  ['127.0.0.1', ''],
])('two Hosts, %s and %s, are refused', async (first, second) => {
  const headers = [
    ['Host', first],
    ['hOST', second],
  ] as const;
  expectProblem(await sendRaw(server.url, { headers }), 403, 'forbidden_host');
});

it('no Host is refused', async () => {
  expectProblem(await sendRaw(server.url, {}), 403, 'forbidden_host');
  expectProblem(await sendRaw(server.url, { headers: [['X-Host', '127.0.0.1']] }), 403, 'forbidden_host');
});

it.each([
  'GET http://evil.example/health',
  'GET http://127.0.0.1/health',
  'GET https://127.0.0.1/health',
  'POST HTTP://EVIL.EXAMPLE/v1/translate',
  'OPTIONS *',
])('a request line with more or less than a path, "%s", is refused', async (line) => {
  expectProblem(await send(server.url, line), 403, 'forbidden_host');
});

it.each(['X-Host', 'X-HTTP-Host-Override', 'X-Original-Host'])(
  'the name in %s means nothing',
  async (name) => {
    const headers = [
      ['Host', 'evil.example'],
      [name, '127.0.0.1'],
    ] as const;
    expectProblem(await sendRaw(server.url, { headers }), 403, 'forbidden_host');
  },
);
