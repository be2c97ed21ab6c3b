import { browser } from '../browser.ts';

/** A worker that is silent for 30 s is ended, whatever it waits for; any call of the browser's interface counts as a sign of life. */
const signOfLifeMs = 20_000;

/** The same messages, with the worker kept alive until they end. */
export async function* keepAwake<Message>(messages: AsyncIterable<Message>): AsyncGenerator<Message, void> {
  const timer = setInterval(() => void browser.runtime.getPlatformInfo(), signOfLifeMs);
  try {
    yield* messages;
  } finally {
    clearInterval(timer);
  }
}
