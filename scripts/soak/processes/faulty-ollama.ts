import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import process from 'node:process';
import { json } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import * as z from 'zod/mini';
import { cutIntoTokens, translatePrompt } from '../../bench/sample-text.ts';
import { Random } from '../random.ts';

// An Ollama that translates the sample sentences and meets a misfortune now and then. The first word is the seed of its chances.

const chatSchema = z.object({ model: z.string(), messages: z.array(z.object({ content: z.string() })) });

/** What happens to an answer, by how often. */
const fates = {
  good: 62,
  slow: 8,
  thinks: 4,
  trickles: 4,
  'loads-long': 4,
  'reads-long': 3,
  busy: 4,
  'fails-500': 2,
  'stalls-before-headers': 0.7,
  'stalls-before-text': 0.7,
  'stalls-mid-text': 0.8,
  'resets-before-headers': 0.7,
  'resets-mid-text': 1.5,
  'cuts-mid-text': 1.5,
  'says-error': 1,
  'says-nonsense': 1,
  'lacks-end': 1,
  'hits-length': 1,
} as const;
type Fate = keyof typeof fates;

interface Call {
  response: ServerResponse;
  /** Aborts when the caller leaves. */
  gone: AbortSignal;
  tokens: string[];
  tokenMs: number;
}

const random = new Random(Number(process.argv[2] ?? 1));
const counts = { open: 0, chats: 0, left: 0 };

const server = createServer((request, response) => {
  void answer(request, response).catch((error: unknown) => {
    // Who leaves ends every wait by throwing.
    if (!response.destroyed) console.error(error);
    response.destroy();
  });
});

server.listen(0, '127.0.0.1', () => {
  console.log(`Ready on http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { url } = request;
  if (url === '/counts') sendJson(response, 200, counts);
  else if (url === '/api/chat') await chat(request, response);
  else await list(response);
}

async function list(response: ServerResponse): Promise<void> {
  if (random.chance(0.05)) await delay(random.between(100, 1000));
  const models = random.chance(0.8) ? [{ name: 'qwen3:8b', model: 'qwen3:8b' }] : [];
  sendJson(response, random.chance(0.02) ? 500 : 200, { models });
}

async function chat(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const leave = new AbortController();
  response.once('close', () => {
    leave.abort();
  });
  const { messages } = chatSchema.parse(await json(request));
  const tokens = cutIntoTokens(translatePrompt(messages.at(-1)?.content ?? ''));
  const fate = random.choose(fates);
  const tokenMs = fate === 'slow' ? random.between(20, 80) : random.between(1, 12);
  counts.chats += 1;
  counts.open += 1;
  try {
    await meet(fate, { response, gone: leave.signal, tokens, tokenMs });
  } finally {
    counts.open -= 1;
    if (leave.signal.aborted && !response.writableEnded) counts.left += 1;
  }
}

async function meet(fate: Fate, call: Call): Promise<void> {
  const { response, gone } = call;
  if (fate === 'busy') sendJson(response, 503, { error: 'server busy, please try again' });
  else if (fate === 'fails-500') sendJson(response, 500, { error: 'model runner has unexpectedly stopped' });
  else if (fate === 'resets-before-headers') response.socket?.resetAndDestroy();
  else if (fate === 'stalls-before-headers') await stall(gone);
  else {
    if (fate === 'loads-long') await delay(random.between(1000, 4000), undefined, { signal: gone });
    response.writeHead(200, { 'Content-Type': 'application/x-ndjson' }).flushHeaders();
    await generate(fate, call);
  }
}

async function generate(fate: Fate, call: Call): Promise<void> {
  const { response, gone, tokens } = call;
  if (fate === 'reads-long') await delay(random.between(1000, 3000), undefined, { signal: gone });
  if (fate === 'stalls-before-text') await stall(gone);
  if (fate === 'thinks') await writeTokens(call, cutIntoTokens('Let me think about this.'), 'thinking');
  const breaksOff = /mid-text|^says-/.test(fate);
  const part = breaksOff ? tokens.slice(0, random.whole(0, tokens.length)) : tokens;
  await writeTokens(call, part, fate === 'trickles' ? 'bytes' : 'content');
  if (breaksOff) await breakOff(fate, call);
  else if (fate === 'lacks-end') response.end();
  else response.end(formatEnd(tokens, fate === 'hits-length' ? 'length' : 'stop'));
}

async function breakOff(fate: Fate, { response, gone, tokens }: Call): Promise<void> {
  if (fate === 'stalls-mid-text') await stall(gone);
  else if (fate === 'resets-mid-text') response.socket?.resetAndDestroy();
  else if (fate === 'cuts-mid-text') response.socket?.end();
  else if (fate === 'says-error') response.end(`${JSON.stringify({ error: 'the model crashed' })}\n`);
  else response.end(`no JSON at all\n${formatEnd(tokens, 'stop')}`);
}

async function writeTokens(
  call: Call,
  tokens: readonly string[],
  as: 'content' | 'thinking' | 'bytes',
): Promise<void> {
  for (const token of tokens) {
    await delay(call.tokenMs, undefined, { signal: call.gone });
    const message = as === 'thinking' ? { content: '', thinking: token } : { content: token };
    const line = Buffer.from(formatLine(message));
    if (as === 'bytes') await trickle(call, line);
    else call.response.write(line);
  }
}

async function trickle({ response, gone }: Call, line: Buffer): Promise<void> {
  const pieceBytes = Math.ceil(line.length / 3);
  for (let at = 0; at < line.length; at += pieceBytes) {
    response.write(line.subarray(at, at + pieceBytes));
    await delay(1, undefined, { signal: gone });
  }
}

/** As a model that hangs; only the caller can end it. */
async function stall(gone: AbortSignal): Promise<never> {
  return delay(2 ** 30, undefined, { signal: gone }) as Promise<never>;
}

function formatLine(message: object, fields: object = { done: false }): string {
  return `${JSON.stringify({ model: 'qwen3:8b', message: { role: 'assistant', ...message }, ...fields })}\n`;
}

function formatEnd(tokens: readonly string[], done_reason: 'stop' | 'length'): string {
  const end = { done: true, done_reason, prompt_eval_count: 100, eval_count: tokens.length };
  return formatLine({ content: '' }, end);
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}
