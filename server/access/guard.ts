import type { RequestHandler } from 'express';
import { setCaller } from './caller.ts';
import { getCorsHeaders, getPreflightHeaders } from './cors-headers.ts';
import { createHostRules } from './host-rules.ts';
import { judgeRequest, type AccessRules } from './judge-request.ts';
import { createOriginRules } from './origin-rules.ts';
import type { Pairing } from './pairing.ts';
import { throwRefusal } from './refusal.ts';
import { readRequestFacts } from './request-facts.ts';

export interface GuardOptions {
  /** The address the server listens on, as in the settings. */
  host: string;
  allowHosts: readonly string[];
  allowOrigins: readonly string[];
  /** Undefined: none is asked for. */
  token: string | undefined;
  pairing: Pick<Pairing, 'isAllowed' | 'listTokens'>;
}

/** The door of the server: mounted before anything that reads a body. Lets a request in, answers preflights, or throws why not. */
export function createGuard(options: GuardOptions): RequestHandler {
  const rules: AccessRules = {
    hosts: createHostRules(options.host, options.allowHosts),
    origins: createOriginRules(options.allowOrigins, (origin) => options.pairing.isAllowed(origin)),
    tokens: { secret: options.token, listNamed: () => options.pairing.listTokens() },
  };
  return (request, response, next) => {
    const facts = readRequestFacts(request);
    const verdict = judgeRequest(facts, rules);
    response.vary('Origin');
    if (verdict.type === 'preflight') {
      response.vary('Access-Control-Request-Private-Network');
      response.status(204).set(getPreflightHeaders(verdict.origin, facts)).end();
      return;
    }
    if (verdict.readableBy !== undefined) response.set(getCorsHeaders(verdict.readableBy));
    if (verdict.type === 'refuse') {
      // RFC 9110, section 15.5.2: a 401 names the scheme it wants.
      if (verdict.refusal.code === 'unauthorized') response.set('WWW-Authenticate', 'Bearer');
      throwRefusal(verdict.refusal);
      return;
    }
    setCaller(request, verdict.caller);
    next();
  };
}
