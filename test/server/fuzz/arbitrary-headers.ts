import fc from 'fast-check';
import { extensionOrigins } from '../../../shared/extension-origins.ts';
import type { Parameter, Route } from './api-document.ts';
import { fromSchema } from './arbitrary-json.ts';
import type { FuzzRequest } from './fuzz-request.ts';
import { absent, byteText, listParameters, mostly, type Field } from './arbitrary-parts.ts';

/** What the servers of the fuzz are started with. */
export const token = 'a-token-of-the-fuzz';
export const allowedOrigin = 'https://app.example';

type Headers = [name: string, value: string][];

/** What may stand in a header, in a few bytes or in very many. */
const anyValue = fc.oneof(
  { weight: 8, arbitrary: byteText(0x20, 60) },
  { weight: 4, arbitrary: fc.constantFrom('', ',', '"', '*', '{stream}', 'a'.repeat(300)) },
  { weight: 1, arbitrary: fc.constantFrom('a'.repeat(9000), 'a'.repeat(17_000)) },
);

const goodTypes = ['application/json', 'application/json; charset=utf-8', 'Application/JSON;charset="UTF-8"'];
const otherTypes = [
  ...['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'],
  ...['application/jsonp', 'application/json; charset=latin1', ''],
];
const accepts = [
  ...['*/*', 'application/json', 'text/event-stream', 'text/html', ';;q=', 'application/json;q=x'],
  'application/json;q=0.1, text/event-stream;q=0.2',
];
const hosts = ['localhost', '127.0.0.1.', '[::1]:9', 'evil.example', '127.0.0.1.evil.example', '0x7f.1', ''];
const origins = [
  ...['http://{host}', ...extensionOrigins.slice(0, 1), 'null', 'https://evil.example'],
  ...['http://127.0.0.1:1', `${allowedOrigin}.evil.example`],
];
/** More than may ask at once. */
const askers = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `moz-extension://${name}`);

/** Headers that change nothing, or let nothing in. */
const extraHeaders: Headers = [
  ['Range', 'bytes=0-3'],
  ['If-None-Match', '*'],
  ['If-None-Match', '"x"'],
  ['If-Match', '"x"'],
  ['If-Modified-Since', 'Thu, 01 Jan 2099 00:00:00 GMT'],
  ['If-Unmodified-Since', 'Thu, 01 Jan 1970 00:00:00 GMT'],
  ['Content-Encoding', 'gzip'],
  ['X-Forwarded-For', '10.0.0.1'],
  ['Forwarded', 'for=10.0.0.1'],
  ['Via', '1.1 proxy'],
  ['X-HTTP-Method-Override', 'DELETE'],
  ['Upgrade', 'websocket'],
  ['Expect', '100-continue'],
  ['Expect', 'wonders'],
  ['Sec-Fetch-Site', 'cross-site'],
  ['Sec-Fetch-Site', 'same-origin'],
  ['Sec-Fetch-Dest', 'empty'],
  ['Access-Control-Request-Method', 'POST'],
  ['Cookie', 'a=b'],
  ['Host', 'evil.example'],
  ['Origin', 'https://evil.example'],
];

/** The headers of a request for a route, mostly right. */
export function anyHeaders(route: Route, server: FuzzRequest['server']): fc.Arbitrary<Headers> {
  const fields: Record<string, Field> = {
    Host: mostly<string | undefined>(
      fc.constant('{host}'),
      maybe(fc.oneof(fc.constantFrom(...hosts), anyValue)),
      25,
    ),
    Origin: route.path === '/pair' ? fc.constantFrom(...askers, 'http://{host}', undefined) : anyOrigin,
    Authorization: server === 'token' ? anyToken : mostly<string | undefined>(absent, anyValue, 20),
    Accept: mostly(maybe(fc.constantFrom(...accepts)), anyValue),
    'Content-Type': route.operation.requestBody ? anyType : mostly<string | undefined>(absent, anyValue),
  };
  for (const parameter of listParameters(route, 'header')) fields[parameter.name] = anyParameter(parameter);
  const extra = fc.uniqueArray(fc.constantFrom(...extraHeaders), { minLength: 1, maxLength: 2 });
  return fc
    .tuple(fc.record(fields), mostly<Headers>(fc.constant([]), extra, 5))
    .map(([own, others]) => [
      ...Object.entries(own).flatMap(([name, value]): Headers =>
        value === undefined ? [] : [[name, value]],
      ),
      ...others,
    ]);
}

function maybe(value: fc.Arbitrary<string>): Field {
  return fc.option(value, { nil: undefined });
}

const anyToken: Field = mostly<string | undefined>(fc.constant(`Bearer ${token}`), maybe(anyValue), 3);

const anyType: Field = mostly<string | undefined>(
  fc.constantFrom(...goodTypes),
  maybe(fc.oneof(fc.constantFrom(...otherTypes), anyValue)),
);

const anyOrigin: Field = fc.oneof(
  { weight: 20, arbitrary: absent },
  { weight: 5, arbitrary: fc.constant(allowedOrigin) },
  { weight: 2, arbitrary: fc.constantFrom(...origins, ...askers) },
  { weight: 1, arbitrary: anyValue },
);

/** Values that a client would send, such as one of a few keys, and others. */
function anyParameter({ name, schema }: Parameter): Field {
  const likely =
    name === 'Last-Event-ID'
      ? fc.nat({ max: 12 }).map((number) => `{stream}:${number}`)
      : fc.constantFrom('k1', 'k2', 'k3', 'k4');
  const right = fc.oneof(likely, fromSchema(schema).map(String));
  return fc.oneof(
    { weight: 6, arbitrary: absent },
    { weight: 2, arbitrary: right },
    { weight: 1, arbitrary: anyValue },
  );
}
