import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises';
import * as z from 'zod/mini';
import { cutIntoTokens, translatePrompt } from '../sample-text.ts';

// An Ollama of its own process that translates the sample text. The model's name says how fast: `flat-out`, `50-per-second`, or `30-per-minute`.

const chatSchema = z.object({ model: z.string(), messages: z.array(z.object({ content: z.string() })) });
type ChatBody = z.infer<typeof chatSchema>;

const models = ['flat-out', '50-per-second'].map((name) => ({ name, model: name }));

const server = createServer((request, response) => {
  void answer(request, response).catch((error: unknown) => {
    // A reader that left is no fault.
    if (!response.destroyed) console.error(error);
    response.destroy();
  });
});

server.listen(0, '127.0.0.1', () => {
  console.log(`Ready on http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.url !== '/api/chat') {
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ models }));
    return;
  }
  const body = chatSchema.parse(await json(request));
  response.writeHead(200, { 'Content-Type': 'application/x-ndjson' });
  const tokens = cutIntoTokens(translatePrompt(body.messages.at(-1)?.content ?? ''));
  await writeTokens(response, tokens, body);
  const end = { done_reason: 'stop', prompt_eval_count: countPromptTokens(body), eval_count: tokens.length };
  response.end(formatLine(body.model, '', { done: true, ...end }));
}

/** One line a token, each in a packet of its own, as from a model. */
async function writeTokens(
  response: ServerResponse,
  tokens: readonly string[],
  { model }: ChatBody,
): Promise<void> {
  const perSecond = readSpeed(model);
  const startedAt = performance.now();
  for (const [index, token] of tokens.entries()) {
    const waitMs = startedAt + ((index + 1) * 1000) / perSecond - performance.now();
    await (waitMs > 1 ? delay(waitMs) : nextTurn());
    if (response.destroyed) return;
    response.write(formatLine(model, token, { done: false }));
  }
}

function readSpeed(model: string): number {
  const { count, unit } = /^(?<count>\d+)-per-(?<unit>second|minute)$/.exec(model)?.groups ?? {};
  return Number(count ?? Infinity) / (unit === 'minute' ? 60 : 1);
}

function formatLine(model: string, content: string, fields: object): string {
  const created_at = new Date().toISOString();
  return `${JSON.stringify({ model, created_at, message: { role: 'assistant', content }, ...fields })}\n`;
}

/** About what a tokenizer makes of English. */
function countPromptTokens({ messages }: ChatBody): number {
  return Math.ceil(messages.reduce((sum, { content }) => sum + content.length, 0) / 4);
}
