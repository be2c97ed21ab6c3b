import '../use-messages.ts';
import SwaggerUI from 'swagger-ui-dist/swagger-ui-es-bundle.js';
import { describeObstacle } from '../../../shared/describe-obstacle.ts';
import { fillWords } from '../fill-words.ts';
import { getElement } from '../get-element.ts';
import { callServer, withToken } from '../server-client.ts';

fillWords();
void showDocument();

/** Swagger UI gets the document itself, not its address, because only this page knows how to ask for a token. */
async function showDocument(): Promise<void> {
  const answer = await callServer('/openapi.json');
  if (!(answer instanceof Response)) {
    const { line, advice = '' } = describeObstacle(answer);
    const failure = getElement('failure', HTMLElement);
    failure.textContent = `${line} ${advice}`;
    failure.hidden = false;
    return;
  }
  SwaggerUI({
    domNode: getElement('docs', HTMLElement),
    spec: await answer.json(),
    requestInterceptor: (request) => ({
      ...request,
      headers: { ...request.headers, ...Object.fromEntries(withToken()) },
    }),
  });
}
