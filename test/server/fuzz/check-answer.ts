import type { Api, Header, Route } from './api-document.ts';
import { checkBody } from './check-body.ts';
import { checkRequest } from './check-request.ts';
import { must, type Exchange } from './exchange.ts';

/** Throws what is wrong with an answer by the document. */
export async function checkAnswer(api: Api, exchange: Exchange): Promise<void> {
  const { answer, sent, path, isExactPath } = exchange;
  must(answer.status !== 500, 'The server met a failure that it did not foresee.');
  if (isAllowedPreflight(exchange)) must(answer.body.length === 0, 'The answer to a preflight has a body.');
  else if (isExactPath) await checkAt(api, exchange, path);
  else await checkOdd(api, exchange, findPath(api, sent.target) ?? path);
}

/** An odd path is one of the document after all, or none. */
async function checkOdd(api: Api, exchange: Exchange, path: string): Promise<void> {
  const { status, headers, body } = exchange.answer;
  if (status !== 404) {
    await checkAt(api, exchange, path);
    return;
  }
  must(headers['content-type'] === 'application/problem+json; charset=utf-8', 'It is no problem.');
  if (exchange.sent.method === 'HEAD') return;
  const wrong = api.explain(JSON.parse(body.toString()), 'components', 'schemas', 'Problem');
  must(wrong === undefined, `The problem is not as documented: ${String(wrong)}.`);
}

/** What a path answers to a method that it does not have: the refusals of the door, or that of the method. */
const withoutRoute = [400, 401, 403, 405];

async function checkAt(api: Api, exchange: Exchange, path: string): Promise<void> {
  const { answer, sent } = exchange;
  const asked = api.find(sent.method, path);
  const route = asked ?? api.routes.find((one) => one.path === path);
  const response = route?.operation.responses[answer.status];
  const isPossible = asked ? answer.status !== 405 : withoutRoute.includes(answer.status);
  must(
    route !== undefined && response !== undefined && isPossible,
    `${answer.status} is not documented for ${sent.method} ${path}.`,
  );
  if (answer.status === 405)
    must(answer.headers.allow === api.listMethods(path).join(', '), 'Allow names other methods.');
  for (const [name, header] of Object.entries(response.headers ?? {}))
    must(
      isHeaderRight(header, answer.headers[name.toLowerCase()]),
      `The header ${name} is not as documented.`,
    );
  if (asked) checkRequest(api, asked, exchange);
  await checkBody(api, exchange, { place: getPlace(route, answer.status), response });
}

function getPlace({ path, method }: Route, status: number): string[] {
  return ['paths', path, method.toLowerCase(), 'responses', String(status)];
}

function isAllowedPreflight({ sent, answer: { status, headers } }: Exchange): boolean {
  return sent.method === 'OPTIONS' && status === 204 && headers['access-control-allow-origin'] !== undefined;
}

/** The path of the document that a target stands for: the case of letters and a slash at the end do not matter. */
function findPath(api: Api, target: string): string | undefined {
  const pathname = /^[^?#]*/.exec(target)?.[0].replaceAll('\\', '/') ?? '';
  return Object.keys(api.document.paths).find((path) =>
    new RegExp(`^${path.replace('{id}', '[^/]+')}/?$`, 'i').test(pathname),
  );
}

function isHeaderRight({ required = false, schema }: Header, value: string | string[] | undefined): boolean {
  if (value === undefined) return !required;
  if (schema.const !== undefined) return value === schema.const;
  return schema.type === 'integer' ? /^[1-9]\d*$/.test(String(value)) : true;
}
