import type { RequestHandler } from 'express';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pairRequestSchema, type PairAnswer, type PairState } from '../../shared/pair-message.ts';
import { getCaller, type Caller } from '../access/caller.ts';
import { guardedPageHeaders } from '../access/page-headers.ts';
import { renderPairPage } from '../access/pair-page.ts';
import { judgeAsking, judgeDeciding, judgePageView, judgePlace } from '../access/pair-rules.ts';
import type { Pairing } from '../access/pairing.ts';
import { packageRoot } from '../package-root.ts';
import { throwRefusal } from '../access/refusal.ts';
import { readRequestFacts } from '../access/request-facts.ts';
import type { RouteHandlers } from './add-route.ts';
import { createBodyReader, parseBody } from './read-body.ts';

/** A code, or an origin and a nonce. */
const bodyLimitBytes = 1024;

/** As built, where it names its script and style. */
const templatePath = path.join(packageRoot, 'dist', 'server', 'pages', 'pair', 'pair.html');

/** `GET /pair`: who asks and who may call, with the buttons. `POST /pair`: an extension asks, or the page's buttons answer. */
export function createPairHandlers(pairing: Pairing): RouteHandlers {
  return {
    get: [refuseElsewhere, createPageHandler(pairing)],
    post: [refuseElsewhere, ...createBodyReader(bodyLimitBytes), createActionHandler(pairing)],
  };
}

const refuseElsewhere: RequestHandler = (request, _response, next) => {
  throwRefusal(judgePlace(readRequestFacts(request), request.socket.remoteAddress));
  next();
};

function createPageHandler(pairing: Pairing): RequestHandler {
  return async (request, response) => {
    throwRefusal(judgePageView(readRequestFacts(request)));
    const page = renderPairPage(await readFile(templatePath, 'utf8'), pairing.list());
    response.set(guardedPageHeaders).type('html').send(page);
  };
}

function createActionHandler(pairing: Pairing): RequestHandler {
  return (request, response) => {
    const body = parseBody(pairRequestSchema, request);
    const caller = getCaller(request);
    response.setHeader('Cache-Control', 'no-store');
    if (body.action === 'request') {
      throwRefusal(judgeAsking(caller));
      const answer: PairAnswer = { state: getState(pairing, caller, body.code) };
      response.status(202).json(answer);
      return;
    }
    throwRefusal(judgeDeciding(caller, readRequestFacts(request)));
    pairing.decide(body);
    response.status(204).end();
  };
}

/** Known builds, and extensions that hold the token, need nobody's consent. */
function getState(pairing: Pairing, { kind, origin = '' }: Caller, code: string): PairState {
  return kind === 'unpaired' ? pairing.request(origin, code) : 'allowed';
}
