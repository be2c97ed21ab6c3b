import { afterEach, beforeEach, it } from 'vitest';
import { expectCode } from '../access/expect-answer.ts';
import { type RawHeaders } from '../send-raw.ts';
import { chromiumOrigin, firefoxOrigin, ownSite, startPairServer, type PairServer } from './pair-server.ts';

let server: PairServer;

beforeEach(async () => {
  server = await startPairServer();
});

afterEach(async () => {
  await server.stop();
});

it.each([
  ['the extension itself', [['Origin', firefoxOrigin], ownSite]],
  ['a known extension', [['Origin', chromiumOrigin], ownSite]],
  ['a local program', []],
  ['a local program that names a site', [ownSite]],
  [
    'a page elsewhere',
    [
      ['Origin', 'http://evil.example'],
      ['Sec-Fetch-Site', 'cross-site'],
    ],
  ],
  [
    'a page of another port',
    [
      ['Origin', 'http://127.0.0.1:1'],
      ['Sec-Fetch-Site', 'same-site'],
    ],
  ],
  ['a sandboxed frame', [['Origin', 'null'], ownSite]],
] as [string, RawHeaders][])('is refused to %s, even with the right nonce', async (_who, headers) => {
  await server.ask(firefoxOrigin);
  expectCode(await server.post(await server.readButton('allow', firefoxOrigin), headers), 'forbidden_origin');
});

it.each(['none', 'same-site', 'cross-site', undefined])(
  'is refused to our own page when the site is %s',
  async (site) => {
    await server.ask(firefoxOrigin);
    const headers: RawHeaders = site === undefined ? [] : [['Sec-Fetch-Site', site]];
    expectCode(
      await server.post(await server.readButton('allow', firefoxOrigin), [
        ['Origin', server.url],
        ...headers,
      ]),
      'forbidden_origin',
    );
  },
);

it('is refused without a nonce, with a made-up one, and with one that was used', async () => {
  await server.ask(firefoxOrigin);
  expectCode(await server.decide({ action: 'allow', origin: firefoxOrigin }), 'invalid_request');
  expectCode(
    await server.decide({ action: 'allow', origin: firefoxOrigin, nonce: 'guess' }),
    'invalid_request',
  );
  const button = await server.readButton('allow', firefoxOrigin);
  await server.decide(button);
  await server.decide(await server.readButton('revoke', firefoxOrigin));
  await server.ask(firefoxOrigin);
  expectCode(await server.decide(button), 'invalid_request');
});

it('is refused for another extension than the button was for', async () => {
  await server.ask(firefoxOrigin);
  await server.ask('moz-extension://other', '654321');
  const { nonce } = await server.readButton('allow', 'moz-extension://other');
  expectCode(await server.decide({ action: 'allow', origin: firefoxOrigin, nonce }), 'invalid_request');
});
