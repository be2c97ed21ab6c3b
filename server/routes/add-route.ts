import type { Express, RequestHandler } from 'express';
import { TranslationError } from '../../shared/translation-error.ts';

/** What a path answers to; every other method is `method_not_allowed`. */
export interface RouteHandlers {
  get?: RequestHandler[];
  post?: RequestHandler[];
  delete?: RequestHandler[];
}

/** Adds a path with its methods, and the answer to all others. */
export function addRoute(app: Express, path: string, handlers: RouteHandlers): void {
  const { get, post, delete: remove } = handlers;
  if (get) app.get(path, ...get);
  if (post) app.post(path, ...post);
  if (remove) app.delete(path, ...remove);
  const allowed = Object.keys(handlers).map((method) => method.toUpperCase());
  app.all(path, (request, response) => {
    response.setHeader('Allow', allowed.join(', '));
    throw new TranslationError(
      'method_not_allowed',
      `${request.method} is not possible here; use ${allowed.join(' or ')}.`,
    );
  });
}
