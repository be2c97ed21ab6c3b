import type { RawHeaders } from '../send-raw.ts';

/** A request that is refused, or finds nothing to do; and which of its words the answer may repeat. */
export interface RefusedRequest {
  line: string;
  headers?: RawHeaders;
  body?: string;
  /** In place of the right one. */
  host?: string;
  repeats?: string[];
}

const json = ['Content-Type', 'application/json'] as const;
const translate = 'POST /v1/translate';
const good = { text: 'canary-text', target: 'pt' };

function post(line: string, body: unknown, headers: RawHeaders = []): RefusedRequest {
  return { line, headers: [json, ...headers], body: JSON.stringify(body) };
}

function get(line: string, headers: RawHeaders = []): RefusedRequest {
  return { line: `GET ${line}`, headers };
}

/** Every way to be refused, with a word of its own in every place. */
export const refusedRequests: Record<string, RefusedRequest> = {
  'an unknown path': get('/canary-path?canary-query=1'),
  'a path that cannot be decoded': get('/v1/streams/canary-%ff'),
  'an unknown method': { line: 'PUT /v1/translate?canary-query' },
  'headers of all kinds': get('/canary-path', [
    ['Cookie', 'canary-cookie'],
    ['User-Agent', 'canary-agent'],
    ['Referer', 'http://canary-referer.example/'],
    ['X-Canary-Header', 'canary-header'],
    ['Accept-Language', 'canary-language'],
    ['Authorization', 'Bearer canary-bearer'],
    ['Authorization', 'Basic Y2FuYXJ5'],
  ]),
  'a foreign Host': { ...get('/health'), host: 'canary-host.example', repeats: ['canary-host'] },
  'two Hosts': get('/health', [['Host', 'canary-host.example']]),
  'a foreign Origin': {
    ...post(translate, good, [['Origin', 'https://canary-origin.example']]),
    repeats: ['canary-origin'],
  },
  'a forwarded request': post(translate, good, [['X-Forwarded-For', 'canary-forwarded']]),
  'a request through a proxy': post(translate, good, [['Via', '1.1 canary-via']]),
  'a foreign site': {
    ...post(translate, good, [['Sec-Fetch-Site', 'canary-site']]),
    repeats: ['canary-site'],
  },
  'a wrong token': post(translate, good, [['Authorization', 'Bearer canary-bearer']]),
  'a foreign type': { ...post(translate, good), headers: [['Content-Type', 'text/canary-type']] },
  'a compressed body': post(translate, good, [['Content-Encoding', 'canary-encoding']]),
  'an unknown expectation': get('/canary-path', [['Expect', 'canary-expectation']]),
  'broken JSON': { line: translate, headers: [json], body: '{"text":"canary-text' },
  'JSON that is no object': post(translate, 'canary-text'),
  'broken UTF-8': { line: translate, headers: [json], body: '{"text":"canary-text \xff"}' },
  'an unknown field': {
    ...post(translate, { ...good, 'canary-field': 'canary-value' }),
    repeats: ['canary-field'],
  },
  'wrong values': post(translate, {
    text: ['canary-text'],
    target: { 'canary-name': 1 },
    formality: 'canary-formality',
    engine: 'canary-engine',
    format: 'canary-format',
    priority: 'canary-priority',
    glossary: 'canary-glossary',
  }),
  'an unknown target': post(translate, { text: 'canary-text', target: 'canary-target' }),
  'an unknown source': post(translate, { ...good, source: 'canary-source' }),
  'an unknown language_dst': post('POST /translate_stream', {
    text: 'canary-text',
    language_dst: 'canary-target',
  }),
  'a text that is too long': post(translate, { text: 'canary-text '.repeat(200), target: 'pt' }),
  'too many texts': post('POST /v1/detect', { texts: Array.from({ length: 20 }, () => 'canary-text') }),
  'a body that is too large': post(translate, { ...good, text: 'canary-text '.repeat(5000) }),
  'half a surrogate pair': {
    line: 'POST /v1/detect',
    headers: [json],
    body: String.raw`{"text":"canary-text \ud800"}`,
  },
  'a detection': post('POST /v1/detect', { text: 'canary-text' }),
  'an unknown stream': get('/v1/streams/canary-stream?after=1'),
  'an unknown place in a stream': get('/v1/streams/canary-stream?after=canary-place'),
  'a foreign Last-Event-ID': get('/v1/streams/canary-stream', [['Last-Event-ID', 'canary-event']]),
  'an unknown stream to cancel': { line: 'DELETE /v1/streams/canary-stream' },
  'a key that cannot be one': post(translate, good, [['Idempotency-Key', 'canary key']]),
  'a wrong code to pair': post('POST /pair', { action: 'request', code: 'canary-code' }),
  'a decision of a stranger': post('POST /pair', {
    action: 'allow',
    origin: 'moz-extension://canary-origin',
    nonce: 'canary-nonce',
  }),
  'an extension that is not paired': {
    ...post(translate, good, [['Origin', 'moz-extension://canary-extension']]),
    repeats: ['canary-extension'],
  },
};

/** What cannot be read as a request. */
export const unreadableRequests: Record<string, string> = {
  'no HTTP': 'canary-text\r\n\r\n',
  'a method that is none': 'CANARY-METHOD /canary-path HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n',
  'headers that are too long': `GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ${'canary-header'.repeat(2000)}\r\n\r\n`,
  'a body in two framings':
    'POST /canary-path HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 3\r\nTransfer-Encoding: canary\r\n\r\ncanary-text',
  'a body in an unknown coding':
    'POST /canary-path HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: canary, chunked\r\n\r\n',
  'a tunnel': 'CONNECT canary-host.example:443 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n',
  'an address with a host':
    'GET http://canary-host.example/ HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n',
};
