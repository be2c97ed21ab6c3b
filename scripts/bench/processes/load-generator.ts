import { request } from 'node:http';
import process from 'node:process';
import * as z from 'zod/mini';
import type { Load, LoadResult } from '../load.ts';

// Sends what it is told, one request after the other, and measures the answers. It looks at them as little as it can while they come.

process.on('message', (load: Load) => {
  void sendAll(load).then(
    (results) => process.send?.({ results }),
    (error: unknown) => process.send?.({ failure: String(error) }),
  );
});

async function sendAll({ url, body, times, until = 'end' }: Load): Promise<LoadResult[]> {
  const results: LoadResult[] = [];
  const ask = until === 'end' ? send : sendAndLeave;
  for (let index = 0; index < times; index += 1) results.push(await ask(url, JSON.stringify(body)));
  return results;
}

/** On a connection of its own, as a new client. */
function sendAndLeave(url: string, body: string): Promise<LoadResult> {
  return new Promise((resolve, reject) => {
    const startedAt = performance.now();
    const headers = { 'content-type': 'application/json' };
    const call = request(url, { method: 'POST', headers, agent: false }, (response) => {
      response.once('data', () => {
        const firstEventMs = performance.now() - startedAt;
        response.on('error', () => undefined).destroy();
        resolve({ tokens: 0, firstEventMs, firstTextMs: 0, totalMs: firstEventMs });
      });
    });
    call.on('error', reject).end(body);
  });
}

function send(url: string, body: string): Promise<LoadResult> {
  return new Promise((resolve, reject) => {
    const startedAt = performance.now();
    const chunks: Buffer[] = [];
    let firstEventMs = 0;
    let firstTextMs = 0;
    const headers = { 'content-type': 'application/json', accept: 'text/event-stream' };
    const call = request(url, { method: 'POST', headers }, (response) => {
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        if (firstEventMs === 0) firstEventMs = performance.now() - startedAt;
        if (firstTextMs === 0 && hasText(chunk)) firstTextMs = performance.now() - startedAt;
      });
      response.on('error', reject).on('end', () => {
        const totalMs = performance.now() - startedAt;
        try {
          resolve({
            tokens: countTokens(Buffer.concat(chunks).toString()),
            firstEventMs,
            firstTextMs,
            totalMs,
          });
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      });
    });
    call.on('error', reject).end(body);
  });
}

function hasText(chunk: Buffer): boolean {
  return chunk.includes('event: delta') || chunk.includes('"content":"');
}

const doneSchema = z.object({ complete: z.literal(true), usage: z.object({ outputTokens: z.number() }) });
const lastLineSchema = z.object({ done: z.literal(true), eval_count: z.number() });

/** The engine's own count, which is the same on either way. Throws when the answer is not whole. */
function countTokens(answer: string): number {
  const done = /^event: done\n(?:id: .*\n)?data: (?<data>.*)$/m.exec(answer)?.groups?.data;
  if (done !== undefined) return doneSchema.parse(JSON.parse(done)).usage.outputTokens;
  const lastLine: unknown = JSON.parse(answer.trimEnd().split('\n').at(-1) ?? '');
  return lastLineSchema.parse(lastLine).eval_count;
}
