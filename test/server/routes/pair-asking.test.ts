import { afterEach, beforeEach, expect, it } from 'vitest';
import { expectCode } from '../access/expect-answer.ts';
import { send, type RawHeaders } from '../send-raw.ts';
import { firefoxOrigin, ownSite, startPairServer, type PairServer } from './pair-server.ts';

let server: PairServer;

beforeEach(async () => {
  server = await startPairServer();
});

afterEach(async () => {
  await server.stop();
});

it('takes the asker from the Origin header and nowhere else', async () => {
  const others = { origin: 'moz-extension://other', extension: 'moz-extension://other' };
  for (const [name, value] of Object.entries(others)) {
    const answer = await server.post({ action: 'request', code: '123456', [name]: value }, [
      ['Origin', firefoxOrigin],
    ]);
    expectCode(answer, 'invalid_request');
  }
  await send(server.url, 'POST /pair?origin=moz-extension://other', [['Origin', firefoxOrigin]]);
  expect(server.pairing.list().pending).toEqual([]);
  await server.ask(firefoxOrigin);
  expect(server.pairing.list().pending).toMatchObject([{ origin: firefoxOrigin }]);
});

it('is refused to local programs, to our own page, and to pages elsewhere', async () => {
  expectCode(await server.post({ action: 'request', code: '123456' }), 'forbidden_origin');
  expectCode(
    await server.post({ action: 'request', code: '123456' }, [['Origin', server.url], ownSite]),
    'forbidden_origin',
  );
  expectCode(await server.ask('http://evil.example'), 'forbidden_origin');
  expect(server.pairing.list().pending).toEqual([]);
});

it.each(['12345', '1234567', '12345a', '１２３４５６', '<b>123', ' 12345', '12345\n', 123456, undefined])(
  'needs a code of six digits, not %j',
  async (code) => {
    const answer = await server.post({ action: 'request', code }, [['Origin', firefoxOrigin]]);
    expectCode(answer, 'invalid_request');
    expect(server.pairing.list().pending).toEqual([]);
  },
);

it('reads nothing but a small JSON body', async () => {
  const form: RawHeaders = [
    ['Origin', firefoxOrigin],
    ['Content-Type', 'text/plain'],
    ['Content-Length', '2'],
  ];
  expectCode(await send(server.url, 'POST /pair', form, '{}'), 'unsupported_media_type');
  expectCode(await server.ask(firefoxOrigin, '1'.repeat(5000)), 'payload_too_large');
  expectCode(await server.post({ action: 'become-root' }, [['Origin', firefoxOrigin]]), 'invalid_request');
});
