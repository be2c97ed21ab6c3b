import fc from 'fast-check';
import type { Route } from './api-document.ts';
import { byteText, listParameters, mostly } from './arbitrary-parts.ts';

/** Neither spaces nor control characters: Node's client refuses to send them, and its server to read them. */
const letters = byteText(0x21, 30);

const oddPieces = [
  ...['..', '.', '%2e%2e', '%00', '%ff', '%zz', '%', '%25', '%2f', '%c3%a9', '\u00e9', '\\'],
  ...[';a=b', ':id', '*', "'", '#', '//', '{stream}', 'v1', 'x'],
];

/** The path of a route with `{stream}` in it. */
export function getPath({ path }: Route): string {
  return path.replace('{id}', '{stream}');
}

/** A route's path made longer, shorter or different, and paths of something else. */
export function oddPath(route: Route): fc.Arbitrary<string> {
  const right = getPath(route);
  const piece = fc.oneof(fc.constantFrom(...oddPieces), letters);
  return fc.oneof(
    fc
      .tuple(piece, fc.nat({ max: right.length }))
      .map(([odd, at]) => right.slice(0, at) + odd + right.slice(at)),
    fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => `/${pieces.join('/')}`),
    fc.constantFrom(
      ...[
        `${right}/`,
        `/${right}`,
        right.toUpperCase(),
        right.slice(1) || '*',
        `${right}${'/a'.repeat(3000)}`,
      ],
      ...[`http://{host}${right}`, `http://evil.example${right}`, '/pages/assets/', '/pages/assets/x.js'],
    ),
  );
}

/** Nothing, what the document says, or anything. */
export function anyQuery(route: Route): fc.Arbitrary<string> {
  const names = listParameters(route, 'query').map(({ name }) => name);
  const known = names.flatMap((name) => [`?${name}=0`, `?${name}=2`, `?${name}=5`]);
  const wrong = names.flatMap((name) => [
    ...[`?${name}=`, `?${name}=-1`, `?${name}=1e9`, `?${name}=99999999`, `?${name}=%zz`],
    ...[`?${name}[]=1`, `?${name}=1&${name}=2`],
  ]);
  const odd = ['?', '??', '?a=b&a[b][c]=d', '?%ff=%00', '?__proto__=1', `?${'a'.repeat(5000)}`];
  const right = known.length > 0 ? fc.constantFrom('', '', ...known) : fc.constant('');
  const other = fc.oneof(
    fc.constantFrom(...wrong, ...odd),
    letters.map((text) => `?${text}`),
  );
  return mostly(right, other, 8);
}
