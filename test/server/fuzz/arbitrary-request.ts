import fc from 'fast-check';
import type { Api, Route } from './api-document.ts';
import { anyHeaders } from './arbitrary-headers.ts';
import { broken, fromSchema } from './arbitrary-json.ts';
import { absent, mostly, type Field } from './arbitrary-parts.ts';
import { anyQuery, getPath, oddPath } from './arbitrary-target.ts';
import type { FuzzRequest } from './fuzz-request.ts';

const methods = ['GET', 'POST', 'DELETE', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'TRACE', 'PROPFIND', 'ODD'];

/** Requests for every route of the document, right in all or wrong in a few things, and for what is not in it. */
export function anyRequest({ routes }: Api): fc.Arbitrary<FuzzRequest> {
  const requests = routes.flatMap((route) => {
    const weight = getWeight(route);
    const open = { weight: 6 * weight, arbitrary: requestFor(route, 'open') };
    return [open, { weight, arbitrary: requestFor(route, 'token') }];
  });
  return fc.oneof(...requests);
}

const dear = ['/translate_stream', '/openapi.json', '/docs', '/translate'];

/** Where more can go wrong, more is asked; less of what takes long and is soon known: a second way to translate, long answers, files. */
function getWeight({ path }: Route): number {
  if (path === '/v1/streams/{id}') return 5;
  return dear.includes(path) ? 1 : 2;
}

function requestFor(route: Route, server: FuzzRequest['server']): fc.Arbitrary<FuzzRequest> {
  const path = getPath(route);
  const parts = fc.record({
    server: fc.constant(server),
    method: mostly(fc.constant(route.method), fc.constantFrom(...methods), 8),
    pathname: mostly(fc.constant(path), oddPath(route)),
    query: anyQuery(route),
    headers: anyHeaders(route, server),
    body: anyBody(route),
    isChunked: mostly(fc.constant(false), fc.constant(true), 20),
    stream: fc.constantFrom<FuzzRequest['stream'][]>('running', 'ended', 'cancelled', 'unknown'),
    leavesAfter: mostly<number | undefined>(absent, fc.nat({ max: 600 }), 20),
  });
  return parts.map(({ pathname, query, ...rest }) => ({
    ...rest,
    path: route.path,
    isExactPath: pathname === path,
    target: pathname + query,
  }));
}

function anyBody({ operation }: Route): Field {
  const schema = operation.requestBody?.content['application/json']?.schema;
  const bytes = fc.uint8Array({ maxLength: 60 }).map((array) => Buffer.from(array).toString('latin1'));
  if (!schema) return mostly<string | undefined>(absent, bytes);
  const right = fromSchema(schema);
  const json = fc.oneof(
    { weight: 10, arbitrary: right },
    { weight: 4, arbitrary: broken(right) },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  );
  const strange = fc.oneof(
    absent,
    bytes,
    right.map((value) => encode(value).slice(0, -1)),
    // After a byte order mark.
    right.map((value) => `\u00ef\u00bb\u00bf${encode(value)}`),
    fc.constantFrom('', ' ', '{', '['.repeat(40), '{"text":"\u00ff","target":"pt"}', ' '.repeat(22_000)),
  );
  return mostly<string | undefined>(json.map(encode), strange, 12);
}

/** JSON of which each character is a byte; nothing for what JSON has no word for. */
function encode(value: unknown): string {
  return value === undefined ? '' : Buffer.from(JSON.stringify(value)).toString('latin1');
}
