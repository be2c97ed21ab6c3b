import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createAccessListFile, type AccessListFile } from '../../../server/access/access-list-file.ts';
import type { Pairing } from '../../../server/access/pairing.ts';
import { createApp } from '../../../server/app.ts';
import { createDependencies } from '../../../server/create-dependencies.ts';
import { readSettings } from '../../../server/settings/settings.ts';
import { extensionOrigins } from '../../../shared/extension-origins.ts';
import { send, type RawAnswer, type RawHeaders } from '../send-raw.ts';

/** The real server, with its insides at hand, and the ways to talk to `/pair`. */
export interface PairServer {
  url: string;
  http: Server;
  pairing: Pairing;
  post(body: unknown, headers?: RawHeaders): Promise<RawAnswer>;
  /** As an extension. */
  ask(origin: string, code?: string): Promise<RawAnswer>;
  /** As the script of the page. */
  decide(body: unknown): Promise<RawAnswer>;
  /** What a button on the page posts about an extension, or about the token of that name. */
  readButton(action: string, subject: string): Promise<Record<string, string>>;
  /** Where it is kept who may call, as another process has it. */
  accessList: AccessListFile;
  stop(): Promise<void>;
}

/** The extension as Firefox names it: made up per installation. */
export const firefoxOrigin = 'moz-extension://0b7b4a4e-4d3c-4f0e-9d5c-8f1d2c3b4a59';
/** The extension's own Chromium build. */
export const chromiumOrigin = extensionOrigins[0] ?? '';

export const ownSite = ['Sec-Fetch-Site', 'same-origin'] as const;

export async function startPairServer(): Promise<PairServer> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'dragoman-test-'));
  const dependencies = await createDependencies(
    readSettings(['--data-dir', dataDir, '--log-level', 'silent']),
  );
  const http = createServer(createApp(dependencies)).listen(0, '127.0.0.1');
  await once(http, 'listening');
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const post = (body: unknown, headers: RawHeaders = []) => postJson(url, body, headers);
  return {
    url,
    http,
    pairing: dependencies.pairing,
    post,
    ask: (origin, code = '123456') => post({ action: 'request', code }, [['Origin', origin]]),
    decide: (body) => post(body, [['Origin', url], ownSite]),
    readButton: async (action, subject) => {
      const { body } = await send(url, 'GET /pair');
      return readButton(body, action, subject);
    },
    accessList: createAccessListFile(dataDir, () => undefined),
    stop: async () => {
      http.close();
      await dependencies.engines.close();
      rmSync(dataDir, { recursive: true });
    },
  };
}

function postJson(url: string, body: unknown, headers: RawHeaders): Promise<RawAnswer> {
  const text = JSON.stringify(body);
  const length = ['Content-Length', String(Buffer.byteLength(text, 'latin1'))] as const;
  return send(url, 'POST /pair', [['Content-Type', 'application/json'], length, ...headers], text);
}

function readButton(page: string, action: string, subject: string): Record<string, string> {
  const attributes = `data-action="${action}"\\s+data-(?<kind>\\w+)="${subject}"\\s+data-nonce="(?<nonce>[^"]+)"`;
  const { kind = 'origin', nonce = '' } = new RegExp(attributes).exec(page)?.groups ?? {};
  return { action, [kind]: subject, nonce };
}
