import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectCode, expectProblem, expectUnreadable } from '../access/expect-answer.ts';
import { chromiumOrigin, firefoxOrigin } from '../access/make-facts.ts';
import { send, type RawHeaders } from '../send-raw.ts';
import { startTestServer, type TestServer } from '../start-test-server.ts';

let server: TestServer;
let guarded: TestServer;

beforeAll(async () => {
  const allow = ['--allow-origin', 'https://app.example', '--allow-origin', 'https://xn--bcher-kva.example'];
  server = await startTestServer(...allow);
  guarded = await startTestServer('--token', 's3cret');
});

afterAll(async () => {
  await Promise.all([server.stop(), guarded.stop()]);
});

function ask(origins: readonly string[]) {
  const port = new URL(server.url).port;
  const headers: RawHeaders = origins.map((origin) => ['Origin', origin.replace('PORT', port)]);
  return send(server.url, 'POST /v1/detect', [
    ...headers,
    ['Sec-Fetch-Site', 'same-origin'],
    ['Content-Length', '0'],
  ]);
}

/** PORT is the server's own. */
const lookAlikes = [
  ['a foreign page', 'http://evil.example'],
  ['every sandboxed frame', 'null'],
  ['nobody', ''],
  ['anybody', '*'],
  ['another port', 'http://127.0.0.1:1'],
  ['no port', 'http://127.0.0.1'],
  ['a longer port', 'http://127.0.0.1:PORT0'],
  ['another scheme', 'https://127.0.0.1:PORT'],
  ['another name of this machine', 'http://localhost:PORT'],
  ['another address of this machine', 'http://[::1]:PORT'],
  ['our own address with a path', 'http://127.0.0.1:PORT/'],
  ['our own address in a name', 'http://127.0.0.1:PORT.evil.example'],
  ['our own address as a user', 'http://127.0.0.1:PORT@evil.example'],
  ['our own address with a user', 'http://evil.example@127.0.0.1:PORT'],
  ['an allowed origin in plain', 'http://app.example'],
  ['an allowed origin on another port', 'https://app.example:8443'],
  ['an allowed origin with its port', 'https://app.example:443'],
  ['an allowed origin with a final dot', 'https://app.example.'],
  ['an allowed origin in a name', 'https://app.example.evil.example'],
  ['a name that ends like an allowed one', 'https://evilapp.example'],
  ['a name below an allowed one', 'https://sub.app.example'],
  ['an allowed origin with a user', 'https://evil@app.example'],
  ['an allowed origin as a user', 'https://app.example@evil.example'],
  ['an allowed origin in capitals', 'https://APP.example'],
  ['an allowed origin after a space', 'https://app.example x'],
  ['a name in letters that look alike', 'https://xn--pp-7kc.example'],
  ['an allowed name that is not in Punycode', 'https://b\u00fccher.example'],
  ['a file', 'file://'],
  ['an extension in a name', `${chromiumOrigin}.evil.example`],
  ['an extension with a port', `${chromiumOrigin}:PORT`],
  ['an extension with a path', `${chromiumOrigin}/popup.html`],
  ['an extension in capitals', chromiumOrigin.toUpperCase()],
  ['an extension without its browser', chromiumOrigin.replace('chrome-', '')],
  ['a page that names an extension', `http://${chromiumOrigin}`],
  ['two in one', `${chromiumOrigin}, http://evil.example`],
] as const;

it.each(lookAlikes)('%s, "%s", is refused and may not read why', async (_name, origin) => {
  const answer = await ask([origin]);
  expectProblem(answer, 403, 'forbidden_origin');
  expectUnreadable(answer);
});

it.each([
  ['our own', 'http://127.0.0.1:PORT'],
  ['an allowed one', 'https://app.example'],
  ['an extension', chromiumOrigin],
])('two Origins are refused, though the first is %s', async (_name, good) => {
  for (const origins of [
    [good, 'http://evil.example'],
    ['http://evil.example', good],
    [good, good],
  ]) {
    expectCode(await ask(origins), 'forbidden_origin');
  }
});

it.each(['http://127.0.0.1:PORT', 'https://app.example', 'https://xn--bcher-kva.example', chromiumOrigin])(
  'what they look like, "%s", is let in',
  async (origin) => {
    expectCode(await ask([origin]), 'unsupported_media_type');
  },
);

describe.each([firefoxOrigin, 'chrome-extension://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'])(
  'an unknown extension, %s,',
  (origin) => {
    it.each([
      'GET /v1/languages',
      'GET /pair',
      'POST /v1/translate',
      'DELETE /v1/streams/7',
      'PUT /pair',
      'POST /pair/x',
      'POST /pair/',
      'POST //pair',
      'POST /PAIR',
      'GET /nothing',
    ])('is asked to pair at %s', async (line) => {
      const answer = await send(server.url, line, [
        ['Origin', origin],
        ['Content-Length', '0'],
      ]);
      expectProblem(answer, 403, 'pairing_required');
      expectUnreadable(answer);
    });

    it('is let in by the token', async () => {
      const headers: RawHeaders = [
        ['Origin', origin],
        ['Authorization', 'Bearer s3cret'],
      ];
      expect(await send(guarded.url, 'GET /v1/languages', headers)).toMatchObject({ status: 200 });
    });
  },
);
