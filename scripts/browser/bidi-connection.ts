import { once } from 'node:events';

import WebSocket from 'ws';
import { z } from 'zod';

/** WebDriver BiDi, https://www.w3.org/TR/webdriver-bidi/: commands and their answers, told apart by id; events are ignored. */
export interface BidiConnection {
  send: (method: string, parameters?: object) => Promise<unknown>;
  /** Evaluates in a browsing context, waits for the promise and resolves to its plain value. */
  evaluate: (context: string, expression: string) => Promise<unknown>;
  /** Calls the function of that source on the shadow root of the first element that matches; undefined when there is none. */
  callInShadowRoot: (context: string, host: string, functionDeclaration: string) => Promise<unknown>;
  close: () => void;
}

const answer = z.discriminatedUnion('type', [
  z.object({ type: z.literal('success'), id: z.int(), result: z.unknown() }),
  z.object({ type: z.literal('error'), id: z.nullable(z.int()), error: z.string(), message: z.string() }),
  z.object({ type: z.literal('event') }),
]);

const evaluation = z.discriminatedUnion('type', [
  z.object({ type: z.literal('success'), result: z.object({ value: z.unknown().optional() }) }),
  z.object({ type: z.literal('exception'), exceptionDetails: z.object({ text: z.string() }) }),
]);

const shadowHost = z.object({
  result: z.object({
    value: z.object({ shadowRoot: z.nullish(z.object({ sharedId: z.string() })) }).optional(),
  }),
});

interface Waiter {
  resolve: (result: unknown) => void;
  reject: (error: Error) => void;
}

export async function connectBidi(address: string): Promise<BidiConnection> {
  const socket = new WebSocket(`${address}/session`);
  const waiters = new Map<number, Waiter>();
  socket.on('message', (data: Buffer) => {
    settle(waiters, answer.parse(JSON.parse(data.toString())));
  });
  socket.on('close', () => {
    for (const { reject } of waiters.values()) reject(new Error('Firefox closed the connection'));
  });
  await once(socket, 'open');
  let lastId = 0;
  const send = (method: string, params: object = {}) =>
    new Promise<unknown>((resolve, reject) => {
      lastId += 1;
      waiters.set(lastId, { resolve, reject });
      socket.send(JSON.stringify({ id: lastId, method, params }));
    });
  return {
    send,
    evaluate: async (context, expression) => {
      const parameters = { expression, target: { context }, awaitPromise: true, userActivation: true };
      return readEvaluation(await send('script.evaluate', parameters));
    },
    callInShadowRoot: async (context, host, functionDeclaration) => {
      const found = await send('script.evaluate', {
        expression: `document.querySelector(${JSON.stringify(host)})`,
        target: { context },
        awaitPromise: false,
        serializationOptions: { maxDomDepth: 1, includeShadowTree: 'all' },
      });
      const root = shadowHost.parse(found).result.value?.shadowRoot;
      if (!root) return undefined;
      const parameters = { functionDeclaration, this: root, target: { context }, awaitPromise: true };
      return readEvaluation(await send('script.callFunction', parameters));
    },
    close: () => {
      socket.close();
    },
  };
}

function readEvaluation(answered: unknown): unknown {
  const evaluated = evaluation.parse(answered);
  if (evaluated.type === 'exception') throw new Error(evaluated.exceptionDetails.text);
  return evaluated.result.value;
}

function settle(waiters: Map<number, Waiter>, message: z.infer<typeof answer>): void {
  if (message.type === 'event' || message.id === null) return;
  const waiter = waiters.get(message.id);
  waiters.delete(message.id);
  if (message.type === 'error') waiter?.reject(new Error(`${message.error}: ${message.message}`));
  else waiter?.resolve(message.result);
}
