import express, { type Express } from 'express';
import { createGuard } from './access/guard.ts';
import type { Dependencies } from './dependencies.ts';
import { createOpenapiDocument } from './openapi/document.ts';
import { addRoute } from './routes/add-route.ts';
import { createDetectHandler } from './routes/detect.ts';
import { createErrorHandler, refuseUnknownPath } from './routes/handle-errors.ts';
import {
  createEnginesHandler,
  createHealthHandler,
  createLanguagesHandler,
  createMetricsHandler,
} from './routes/information.ts';
import { createPageAssetsHandler, createPageHandler } from './routes/pages.ts';
import { createPairHandlers } from './routes/pair.ts';
import { createBodyReader } from './routes/read-body.ts';
import { createStreamHandlers } from './routes/streams.ts';
import { createOriginalHandler } from './routes/translate-original.ts';
import { createTranslateHandler } from './routes/translate.ts';

/** The whole HTTP interface: the door, the routes, and the one place where failures become answers. */
export function createApp(dependencies: Dependencies): Express {
  const { settings, pairing, log } = dependencies;
  const { host, allowHost, allowOrigin, token } = settings;
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(createGuard({ host, allowHosts: allowHost, allowOrigins: allowOrigin, token, pairing }));
  addTranslationRoutes(app, dependencies);
  addInformationRoutes(app, dependencies);
  addPages(app, dependencies);
  app.use(refuseUnknownPath);
  app.use(createErrorHandler(log));
  return app;
}

function addTranslationRoutes(app: Express, dependencies: Dependencies): void {
  const readBody = createBodyReader(dependencies.settings.bodyLimitBytes);
  addRoute(app, '/v1/translate', { post: [...readBody, createTranslateHandler(dependencies)] });
  addRoute(app, '/translate_stream', { post: [...readBody, createOriginalHandler(dependencies)] });
  addRoute(app, '/v1/streams/:id', createStreamHandlers(dependencies));
}

function addInformationRoutes(app: Express, dependencies: Dependencies): void {
  const readBody = createBodyReader(dependencies.settings.bodyLimitBytes);
  const document = createOpenapiDocument(dependencies.version);
  addRoute(app, '/health', { get: [createHealthHandler(dependencies)] });
  addRoute(app, '/metrics', { get: [createMetricsHandler(dependencies)] });
  addRoute(app, '/v1/engines', { get: [createEnginesHandler(dependencies)] });
  addRoute(app, '/v1/languages', { get: [createLanguagesHandler(dependencies)] });
  addRoute(app, '/v1/detect', { post: [...readBody, createDetectHandler(dependencies)] });
  addRoute(app, '/openapi.json', { get: [(_request, response) => void response.json(document)] });
}

function addPages(app: Express, { pairing }: Dependencies): void {
  addRoute(app, '/', {
    get: [
      (_request, response) => {
        // Not `redirect`, which adds a text that nobody sees.
        response.status(302).location('/translate').end();
      },
    ],
  });
  addRoute(app, '/translate', { get: [createPageHandler('translate/translate.html')] });
  addRoute(app, '/docs', { get: [createPageHandler('docs/docs.html')] });
  addRoute(app, '/pair', createPairHandlers(pairing));
  app.use('/pages/assets', createPageAssetsHandler());
}
