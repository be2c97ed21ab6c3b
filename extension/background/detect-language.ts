import { detectResponseSchema, type DetectResponse } from '../../shared/detect-response.ts';
import { callServer, type Server } from './server-client.ts';

/** A reader waits for the translation meanwhile; mostly it takes a few milliseconds. */
const answerMs = 500;

/** More of a long text makes nothing surer. UTF-16 units. */
const sampleChars = 2000;

/** The language of a text; undefined when the server doesn't say, or not at once. Throws only when the signal aborts. */
export async function detectLanguage(
  server: Server,
  text: string,
  signal: AbortSignal,
): Promise<DetectResponse['detections'][number] | undefined> {
  const body = { text: text.slice(0, sampleChars).toWellFormed() };
  const soon = AbortSignal.any([signal, AbortSignal.timeout(answerMs)]);
  try {
    const answer = await callServer(server, { method: 'POST', path: '/v1/detect', body, signal: soon });
    if (!(answer instanceof Response)) return undefined;
    return detectResponseSchema.safeParse(await answer.json()).data?.detections[0];
  } catch {
    // No answer, or none that makes sense.
    signal.throwIfAborted();
    return undefined;
  }
}
