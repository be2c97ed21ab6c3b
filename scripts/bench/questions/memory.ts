import { startServer } from '../processes/start-process.ts';
import { createSampleText } from '../sample-text.ts';
import type { Question } from './question.ts';

const textChars = 60_000;
const translations = 10;

/** Does the server's memory stay what it is, however much is translated? */
export const measureMemory: Question = async ({ fake, load }) => {
  const server = await startServer(fake);
  const body = { text: createSampleText(textChars), target: 'pt', model: 'flat-out' };
  const megabytes = [await readMemory(server.url)];
  for (let count = 1; count <= translations; count += 1) {
    await load.send({ url: `${server.url}/v1/translate`, body, times: 1 });
    megabytes.push(await readMemory(server.url));
  }
  await server.stop();
  const growth = ((megabytes[10] ?? NaN) / (megabytes[2] ?? NaN) - 1) * 100;
  return {
    title: `Memory: resident, with translations of ${textChars} characters one after the other`,
    columns: ['after', 'MB'],
    rows: [0, 1, 2, 5, 10].map((count) => [`${count} translations`, (megabytes[count] ?? NaN).toFixed(0)]),
    verdict: `${growth >= 0 ? '+' : ''}${growth.toFixed(1)} % from the 2nd to the 10th`,
  };
};

async function readMemory(url: string): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  const bytes = /^process_resident_memory_bytes (?<bytes>\d+)$/m.exec(metrics)?.groups?.bytes;
  return Number(bytes) / 1024 ** 2;
}
