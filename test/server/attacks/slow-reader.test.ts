import { randomBytes } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { loadDetector } from '../../../server/languages/load-detector.ts';
import type { RunningServer } from '../../../server/start-server.ts';
import { startFakeOllama, type FakeOllama } from '../../fakes/fake-ollama.ts';
import { generate } from '../../fakes/ollama-answers.ts';
import { askWithoutReading } from '../ask-without-reading.ts';
import { openConnection, sendUntilRefused, type RawConnection } from '../open-connection.ts';
import { startLimitedServer } from './start-limited-server.ts';

const stalledReaderMs = 300;

/** More than the system takes for a client that reads nothing. */
const longAnswer = Array.from({ length: 24 }, () => `${randomBytes(125_000).toString('hex')}\n`);

let ollama: FakeOllama;
let server: RunningServer;

// It takes a moment, once.
beforeAll(async () => {
  await loadDetector();
});

beforeEach(async () => {
  ollama = await startFakeOllama();
  server = await startLimitedServer(
    { stalledReaderMs },
    ...['--ollama-host', ollama.url, '--engine', 'ollama', '--checks', 'off'],
  );
});

afterEach(async () => {
  await server.stop();
  await ollama.close();
});

it('ends the stream of a reader that takes nothing, and with it the model', async () => {
  ollama.tell(async (exchange) => {
    await generate(exchange, longAnswer);
    await exchange.staySilent();
  });
  const connection = await ask('text/event-stream');
  connection.socket.pause();
  const chat = await ollama.received('/api/chat');
  await chat.over;
  expect(chat.clientGone).toBe(true);
});

it('ends a reader that asks for file after file and takes none', async () => {
  const connection = await askWithoutReading(server.url);
  expect(await sendUntilRefused(connection)).toMatch(/ECONNRESET|EPIPE/);
});

async function ask(accept: string): Promise<RawConnection> {
  const connection = await openConnection(server.url);
  const body = '{"text":"x","target":"pt"}';
  const head = ['POST /v1/translate HTTP/1.1', 'Host: 127.0.0.1', 'Content-Type: application/json'];
  connection.write(
    [...head, `Accept: ${accept}`, 'Connection: close', `Content-Length: ${body.length}`, '', body].join(
      '\r\n',
    ),
  );
  return connection;
}
