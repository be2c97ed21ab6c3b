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
  const firstTexts: Promise<void>[] = [];
  while (firstTexts.length < count) {
    const numbers = Array.from({ length: Math.min(atOnce, count - firstTexts.length) }, (_, index) => index);
    const opened = await Promise.all(numbers.map((index) => open(target, firstTexts.length + index)));
    firstTexts.push(...opened.map(readFirstText));
  }
  await Promise.all(firstTexts);
}

/** The texts differ, so that no two streams share one run of the model. */
async function open({ url, model, text }: Omit<Holding, 'count'>, index: number): Promise<IncomingMessage> {
  const headers = { 'content-type': 'application/json' };
  const sent = request(url, { method: 'POST', headers, agent: false });
  sent.end(JSON.stringify({ text: `${index}. ${text}`, target: 'pt', model }));
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  if (response.statusCode !== 200)
    throw new Error(`Stream ${index} was answered with ${String(response.statusCode)}.`);
  return response;
}

/** Goes on reading after that: the server closes a connection whose client takes nothing. */
function readFirstText(response: IncomingMessage): Promise<void> {
  return new Promise((resolve, reject) => {
    response.on('data', (bytes: Buffer) => {
      if (bytes.includes('event: delta')) resolve();
    });
    response.once('error', reject).once('end', () => {
      reject(new Error('A stream ended before its first text.'));
    });
  });
}
