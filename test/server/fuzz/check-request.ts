import type { Api, Parameter, Route } from './api-document.ts';
import { must, type Exchange } from './exchange.ts';

/** Throws when a request was taken though it is not as documented, or refused though it is. */
export function checkRequest(api: Api, route: Route, exchange: Exchange): void {
  const { body, status } = exchange.answer;
  const wasTaken = status < 300;
  if (wasTaken) checkParameters(api, route, exchange);
  const wasRefused = body.includes('The body is not as it must be');
  if (!route.operation.requestBody || !(wasTaken || wasRefused)) return;
  const value = readBody(exchange);
  const wrong = api.explain(
    value,
    ...getPlace(route),
    'requestBody',
    'content',
    'application/json',
    'schema',
  );
  // JSON Schema has no word for well-formed Unicode.
  const isRight = wrong === undefined && !/\\ud[89a-f]/.test(JSON.stringify(value));
  must(
    wasTaken === isRight,
    wasTaken ? `The body was taken: ${wrong ?? 'half a character'}.` : 'The body was refused.',
  );
}

function readBody({ sent }: Exchange): unknown {
  const text = Buffer.from(sent.body ?? '', 'latin1').toString();
  return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
}

function checkParameters(api: Api, route: Route, { sent }: Exchange): void {
  const headers = new Map(sent.headers.map(([name, value]) => [name.toLowerCase(), value.trim()]));
  const query = new URLSearchParams(/\?[^#]*/.exec(sent.target)?.[0]);
  const read = (parameter: Parameter): string[] => {
    if (parameter.in === 'header') return [headers.get(parameter.name.toLowerCase()) ?? []].flat();
    // The query is looked at only without the header that it stands for.
    return parameter.in === 'query' && !headers.has('last-event-id') ? query.getAll(parameter.name) : [];
  };
  for (const [index, parameter] of (route.operation.parameters ?? []).entries()) {
    const place = [...getPlace(route), 'parameters', String(index), 'schema'];
    const isRight = read(parameter).every(
      (value) => api.explain(toTyped(parameter, value), ...place) === undefined,
    );
    must(isRight, `${parameter.name} was taken, though it is not as documented.`);
  }
}

function toTyped({ schema }: Parameter, value: string): string | number {
  return schema.type === 'integer' && /^-?\d+$/.test(value) ? Number(value) : value;
}

function getPlace({ path, method }: Route): string[] {
  return ['paths', path, method.toLowerCase()];
}
