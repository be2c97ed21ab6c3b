import fc from 'fast-check';
import process from 'node:process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FakeOllama } from '../../fakes/fake-ollama.ts';
import { Api, type ApiDocument } from './api-document.ts';
import { anyRequest } from './arbitrary-request.ts';
import { checkAnswer } from './check-answer.ts';
import type { FuzzRequest } from './fuzz-request.ts';
import { FuzzTarget } from './fuzz-target.ts';
import type { Answer } from './http-client.ts';
import { startMoodyOllama } from './moody-ollama.ts';

const seed = Number(process.env['DRAGOMAN_FUZZ_SEED'] ?? 20_261_101);
const runs = Number(process.env['DRAGOMAN_FUZZ_RUNS'] ?? 20_000);
const atOnce = 24;

let ollama: FakeOllama;
let targets: Record<FuzzRequest['server'], FuzzTarget>;
let api: Api;

beforeAll(async () => {
  ollama = await startMoodyOllama();
  targets = {
    open: await FuzzTarget.start('open', ollama.url, atOnce),
    token: await FuzzTarget.start('token', ollama.url, atOnce),
  };
  const response = await fetch(`${targets.open.url}/openapi.json`);
  api = new Api((await response.json()) as ApiDocument);
});

afterAll(async () => {
  for (const target of Object.values(targets)) await target.stop();
  await ollama.close();
});

/** How often each route was answered with each status. */
const tally = new Map<string, number>();

it('answers every request as the OpenAPI document says, and never with a failure it did not foresee', async () => {
  const arbitrary = anyRequest(api);
  const failed = await findFailed(fc.sample(arbitrary, { seed, numRuns: runs }));
  if (failed) await explain(failed, arbitrary);
}, 300_000);

it('has nothing left to do when everybody is answered', async () => {
  for (const target of Object.values(targets))
    await expect.poll(() => target.readLoads(), { timeout: 10_000 }).toEqual([0, 0, 0, 0]);
}, 30_000);

it('has tried every route with its ordinary answer', () => {
  const answered = [...tally.keys()];
  const expected = api.routes.map(
    ({ method, path }) => new RegExp(`^${method} ${path.replaceAll(/[{}]/g, String.raw`\$&`)} [23]`),
  );
  expect(expected.filter((pattern) => !answered.some((key) => pattern.test(key)))).toEqual([]);
});

interface Failed {
  index: number;
  request: FuzzRequest;
  error: unknown;
}

/** Sends all of them, several at once, until one fails. */
async function findFailed(requests: FuzzRequest[]): Promise<Failed | undefined> {
  const waiting = requests.entries();
  let failed: Failed | undefined;
  const work = async (): Promise<void> => {
    for (const [index, request] of waiting) {
      if (failed) return;
      await tryRequest(request).catch((error: unknown) => {
        failed ??= { index, request, error };
      });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return failed;
}

/** Throws what is wrong, with the simplest request that shows it, if it shows also without the others. */
async function explain(
  { index, request, error }: Failed,
  arbitrary: fc.Arbitrary<FuzzRequest>,
): Promise<never> {
  const again = { seed, path: String(index), interruptAfterTimeLimit: 20_000 };
  await fc.assert(fc.asyncProperty(arbitrary, tryRequest), again);
  const description = `With the seed ${seed} request ${index} failed, though not alone: ${JSON.stringify(request)}`;
  throw new Error(description, { cause: error });
}

async function tryRequest(request: FuzzRequest): Promise<void> {
  const target = targets[request.server];
  const { path, isExactPath } = request;
  const sent = await target.fillIn(request);
  const answer = await target.send(sent);
  await checkAnswer(api, { sent, path, isExactPath, answer }).catch((cause: unknown) => {
    throw new Error(`Sent: ${JSON.stringify(sent)}\nCame: ${describeAnswer(answer)}`, { cause });
  });
  const key = `${request.method} ${isExactPath ? path : '(odd path)'} ${answer.status}`;
  tally.set(key, (tally.get(key) ?? 0) + 1);
}

function describeAnswer({ status, headers, body }: Answer): string {
  return `${status} ${JSON.stringify(headers)} ${body.toString().slice(0, 2000)}`;
}
