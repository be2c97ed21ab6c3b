import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../../../server/app.ts';
import { createDependencies } from '../../../server/create-dependencies.ts';
import type { Dependencies } from '../../../server/dependencies.ts';
import { readSettings } from '../../../server/settings/settings.ts';
import { chromiumOrigin, firefoxOrigin } from '../access/make-facts.ts';
import { readProblem, sendRaw, type RawAnswer, type RawRequest } from '../send-raw.ts';

let dataDir: string;
let dependencies: Dependencies;
let server: Server;
let url: string;

beforeEach(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'dragoman-test-'));
  dependencies = createDependencies(readSettings(['--data-dir', dataDir, '--log-level', 'silent'], {}));
  server = createServer(createApp(dependencies)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  server.close();
  await dependencies.engines.close();
  rmSync(dataDir, { recursive: true });
});

type Headers = NonNullable<RawRequest['headers']>;

const ownSite = ['Sec-Fetch-Site', 'same-origin'] as const;

function send(line: string, headers: Headers = [], body = ''): Promise<RawAnswer> {
  return sendRaw(url, { line, headers: [['Host', new URL(url).host], ...headers], body });
}

function post(body: unknown, ...headers: Headers): Promise<RawAnswer> {
  const text = JSON.stringify(body);
  const type = ['Content-Type', 'application/json'] as const;
  return send('POST /pair', [type, ['Content-Length', String(text.length)], ...headers], text);
}

function ask(origin: string, code = '123456'): Promise<RawAnswer> {
  return post({ action: 'request', code }, ['Origin', origin]);
}

function decide(body: unknown): Promise<RawAnswer> {
  return post(body, ['Origin', url], ownSite);
}

/** What the button on the page would post. */
async function readButton(
  action: string,
  origin: string,
): Promise<{ action: string; origin: string; nonce: string }> {
  const { body } = await send('GET /pair');
  const button = new RegExp(
    `data-action="${action}"\\s+data-origin="${origin}"\\s+data-nonce="(?<nonce>[^"]+)"`,
  ).exec(body);
  return { action, origin, nonce: button?.groups?.nonce ?? '' };
}

function expectRefused(answer: RawAnswer, code: string): void {
  expect(readProblem(answer).code).toBe(code);
  expect(dependencies.pairing.isAllowed(firefoxOrigin)).toBe(false);
}

describe('pairing', () => {
  it('lets an extension in when the person allows it on the page, and out again', async () => {
    expect(await ask(firefoxOrigin)).toMatchObject({ status: 202, body: '{"state":"pending"}' });
    expect((await send('GET /pair')).body).toContain('123456');
    expect(await decide(await readButton('allow', firefoxOrigin))).toMatchObject({ status: 204, body: '' });
    expect(await ask(firefoxOrigin)).toMatchObject({ status: 202, body: '{"state":"allowed"}' });
    const call = await send('GET /v1/languages', [['Origin', firefoxOrigin]]);
    expect(call.status).toBe(200);
    expect(call.headers.get('access-control-allow-origin')).toBe(firefoxOrigin);
    expect(await decide(await readButton('revoke', firefoxOrigin))).toMatchObject({ status: 204 });
    expectRefused(await send('GET /v1/languages', [['Origin', firefoxOrigin]]), 'pairing_required');
  });

  it('tells an extension that the person denied it', async () => {
    await ask(firefoxOrigin);
    await decide(await readButton('deny', firefoxOrigin));
    expect(await ask(firefoxOrigin)).toMatchObject({ status: 202, body: '{"state":"denied"}' });
    expectRefused(await send('GET /v1/languages', [['Origin', firefoxOrigin]]), 'pairing_required');
  });

  it('tells a known build that it is allowed, without asking anybody', async () => {
    expect(await ask(chromiumOrigin)).toMatchObject({ status: 202, body: '{"state":"allowed"}' });
    expect(dependencies.pairing.list().pending).toEqual([]);
  });

  it('takes no more than five questions at once', async () => {
    for (const name of 'abcde') await ask(`moz-extension://${name}`);
    const answer = await ask(firefoxOrigin);
    expectRefused(answer, 'too_many_requests');
    expect(answer.headers.get('retry-after')).toBe('300');
  });
});

describe('asking', () => {
  it('takes the asker from the Origin header and nowhere else', async () => {
    const others = { origin: 'moz-extension://other', extension: 'moz-extension://other' };
    for (const [name, value] of Object.entries(others)) {
      const answer = await post({ action: 'request', code: '123456', [name]: value }, [
        'Origin',
        firefoxOrigin,
      ]);
      expectRefused(answer, 'invalid_request');
    }
    await send('POST /pair?origin=moz-extension://other', [['Origin', firefoxOrigin]]);
    expect(dependencies.pairing.list().pending).toEqual([]);
    await ask(firefoxOrigin);
    expect(dependencies.pairing.list().pending).toMatchObject([{ origin: firefoxOrigin }]);
  });

  it('is refused to local programs, to our own page, and to pages elsewhere', async () => {
    expectRefused(await post({ action: 'request', code: '123456' }), 'forbidden_origin');
    expectRefused(
      await post({ action: 'request', code: '123456' }, ['Origin', url], ownSite),
      'forbidden_origin',
    );
    expectRefused(await ask('http://evil.example'), 'forbidden_origin');
    expect(dependencies.pairing.list().pending).toEqual([]);
  });

  it.each(['12345', '1234567', '12345a', '１２３４５６', '<b>123', ' 12345', '12345\n', 123456, undefined])(
    'needs a code of six digits, not %j',
    async (code) => {
      const answer = await post({ action: 'request', code }, ['Origin', firefoxOrigin]);
      expectRefused(answer, 'invalid_request');
      expect(dependencies.pairing.list().pending).toEqual([]);
    },
  );

  it('reads nothing but a small JSON body', async () => {
    const form: Headers = [
      ['Origin', firefoxOrigin],
      ['Content-Type', 'text/plain'],
      ['Content-Length', '2'],
    ];
    expectRefused(await send('POST /pair', form, '{}'), 'unsupported_media_type');
    expectRefused(await ask(firefoxOrigin, '1'.repeat(5000)), 'payload_too_large');
    expectRefused(await post({ action: 'become-root' }, ['Origin', firefoxOrigin]), 'invalid_request');
  });
});

describe('deciding', () => {
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
  ] as [string, Headers][])('is refused to %s, even with the right nonce', async (_who, headers) => {
    await ask(firefoxOrigin);
    expectRefused(await post(await readButton('allow', firefoxOrigin), ...headers), 'forbidden_origin');
  });

  it.each(['none', 'same-site', 'cross-site', undefined])(
    'is refused to our own page when the site is %s',
    async (site) => {
      await ask(firefoxOrigin);
      const headers: Headers = site === undefined ? [] : [['Sec-Fetch-Site', site]];
      expectRefused(
        await post(await readButton('allow', firefoxOrigin), ['Origin', url], ...headers),
        'forbidden_origin',
      );
    },
  );

  it('is refused without a nonce, with a made-up one, and with one that was used', async () => {
    await ask(firefoxOrigin);
    expectRefused(await decide({ action: 'allow', origin: firefoxOrigin }), 'invalid_request');
    expectRefused(
      await decide({ action: 'allow', origin: firefoxOrigin, nonce: 'guess' }),
      'invalid_request',
    );
    const button = await readButton('allow', firefoxOrigin);
    await decide(button);
    await decide(await readButton('revoke', firefoxOrigin));
    await ask(firefoxOrigin);
    expectRefused(await decide(button), 'invalid_request');
  });

  it('is refused for another extension than the button was for', async () => {
    await ask(firefoxOrigin);
    await ask('moz-extension://other', '654321');
    const { nonce } = await readButton('allow', 'moz-extension://other');
    expectRefused(await decide({ action: 'allow', origin: firefoxOrigin, nonce }), 'invalid_request');
  });
});

describe('the page', () => {
  it('can be neither framed, kept, cached, nor run foreign code', async () => {
    const { status, headers } = await send('GET /pair');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    const policy = headers.get('content-security-policy')?.split('; ');
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action 'none'",
      ]),
    );
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
  });

  it('is not read by scripts, which could take its nonces: an extension that fetches it sends no Origin', async () => {
    for (const site of ['none', 'same-origin']) {
      const answer = await send('GET /pair', [
        ['Sec-Fetch-Site', site],
        ['Sec-Fetch-Mode', 'cors'],
        ['Sec-Fetch-Dest', 'empty'],
      ]);
      expectRefused(answer, 'forbidden_origin');
    }
    expectRefused(await send('GET /pair', [['Origin', chromiumOrigin]]), 'forbidden_origin');
  });

  it('answers to no other method', async () => {
    const answer = await send('DELETE /pair');
    expectRefused(answer, 'method_not_allowed');
    expect(answer.headers.get('allow')).toBe('GET, POST');
  });
});

describe('another machine', () => {
  beforeEach(() => {
    server.prependListener('connection', (socket) => {
      Object.defineProperty(socket, 'remoteAddress', { value: '192.168.1.7' });
    });
  });

  it('neither asks, decides, nor sees the page', async () => {
    expectRefused(await ask(firefoxOrigin), 'forbidden_host');
    expectRefused(await decide({ action: 'allow', origin: firefoxOrigin, nonce: 'x' }), 'forbidden_host');
    expectRefused(await send('GET /pair'), 'forbidden_host');
  });
});
