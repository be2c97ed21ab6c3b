import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import process from 'node:process';
import type { Holding } from '../stream-holder.ts';

// Opens streams, reads them and throws away what they say, until it ends. A few come at a time, as the server holds only so many who have not asked yet.

const atOnce = 50;

process.on('message', (holding: Holding) => {
  void holdAll(holding).then(
    () => process.send?.({ held: holding.count }),
    (error: unknown) => process.send?.({ failure: String(error) }),
  );
});

async function holdAll({ count, ...target }: Holding): Promise<void> {
  const opened: IncomingMessage[] = [];
  while (opened.length < count) {
    const numbers = Array.from({ length: Math.min(atOnce, count - opened.length) }, (_, index) => index);
    opened.push(...(await Promise.all(numbers.map((index) => open(target, opened.length + index)))));
  }
  await Promise.all(opened.map(readFirstText));
}

/** The texts differ, so that no two streams share one run of the model. */
async function open({ url, model, text }: Omit<Holding, 'count'>, index: number): Promise<IncomingMessage> {
  const headers = { 'content-type': 'application/json' };
  const sent = request(url, { method: 'POST', headers, agent: false });
  sent.end(JSON.stringify({ text: `${index}. ${text}`, target: 'pt', model }));
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  if (response.statusCode !== 200)
    throw new Error(`Stream ${index} was answered with ${String(response.statusCode)}.`);
  return response.on('error', () => undefined);
}

async function readFirstText(response: IncomingMessage): Promise<void> {
  for (let text = ''; !text.includes('event: delta');)
    text += String(((await once(response, 'data')) as [Buffer])[0]);
  response.resume();
}
