import type { Api, ResponseObject } from './api-document.ts';
import { checkEvents } from './check-events.ts';
import { must, type Exchange } from './exchange.ts';

/** What the document says of an answer, and where. */
interface Documented {
  place: string[];
  response: ResponseObject;
}

/** Throws when the content type or the body is not as documented. */
export async function checkBody(
  api: Api,
  exchange: Exchange,
  { place, response }: Documented,
): Promise<void> {
  const { sent, answer } = exchange;
  const type = answer.headers['content-type']?.replace(/;.*/, '') ?? 'none';
  const content = response.content?.[type];
  must(
    response.content ? content !== undefined : type === 'none',
    `The content type ${type} is not documented.`,
  );
  if (!content || sent.method === 'HEAD') must(answer.body.length === 0, 'There is a body.');
  else if (!answer.isCut)
    await checkContent(api, exchange, { type, place: [...place, 'content', type, 'schema'] });
}

async function checkContent(
  api: Api,
  { sent, answer: { body } }: Exchange,
  { type, place }: { type: string; place: string[] },
): Promise<void> {
  if (type === 'text/event-stream') {
    const isFromStart = sent.method === 'POST';
    await checkEvents(api, body, { place, isFromStart });
    return;
  }
  must(body.length > 0, 'The body is empty.');
  if (!type.endsWith('json')) return;
  const wrong = api.explain(JSON.parse(body.toString()), ...place);
  must(wrong === undefined, `The body is not as documented: ${String(wrong)}.`);
}
