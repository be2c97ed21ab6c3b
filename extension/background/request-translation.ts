import type { Obstacle } from '../../shared/obstacle.ts';
import { readTranslation, type StreamNews } from '../../shared/read-translation.ts';
import type { RunMessage } from '../messages/background-message.ts';
import { delay } from './delay.ts';
import { limitSilence } from './limit-silence.ts';
import { openStream, type TranslationAttempt } from './open-stream.ts';
import { getReconnectDelay } from './reconnect-delay.ts';
import type { Server } from './server-client.ts';
import { StreamConnection } from './stream-connection.ts';

/**
 * The server's events as they come, or an obstacle. A connection that is lost, or silent for too long, is made again, and the events go on
 * where they were; only when that fails is its loss the last message. Else that is `done`, `error` or another obstacle. Throws the signal's
 * reason when it aborts.
 */
export async function* requestTranslation(
  server: Server,
  attempt: TranslationAttempt,
  signal: AbortSignal,
): AsyncGenerator<RunMessage, void> {
  for (let losses = 1; ; losses += 1) {
    const { after } = attempt;
    const loss = yield* readConnection(server, attempt, signal);
    if (!loss) return;
    if (attempt.after !== after) losses = 1;
    const delayMs = getReconnectDelay(losses, attempt.after !== undefined);
    if (delayMs === undefined) {
      yield { type: 'obstacle', obstacle: loss };
      return;
    }
    if (attempt.after !== undefined) yield { type: 'obstacle', obstacle: { kind: 'reconnecting' } };
    await delay(delayMs, signal);
  }
}

/** The messages of one connection. Returns how it was lost; undefined when it came to its end. */
async function* readConnection(
  server: Server,
  attempt: TranslationAttempt,
  signal: AbortSignal,
): AsyncGenerator<RunMessage, Obstacle | undefined> {
  const connection = new StreamConnection(signal, () => attempt.after !== undefined);
  try {
    const chunks = await openStream(server, attempt, connection);
    if ('kind' in chunks) return yield* tellObstacle(chunks, signal);
    if (attempt.after !== undefined) yield { type: 'obstacle', obstacle: undefined };
    const news = readTranslation(limitSilence(chunks, connection.hangUp), server.address);
    return yield* passUntilLoss(keepPlace(news, attempt, signal), connection);
  } finally {
    connection.close();
  }
}

/** Only that nobody answered, or nobody in time, may be a loss. */
function* tellObstacle(obstacle: Obstacle, signal: AbortSignal): Generator<RunMessage, Obstacle | undefined> {
  signal.throwIfAborted();
  if (obstacle.kind === 'unreachable' || obstacle.kind === 'silent') return obstacle;
  yield { type: 'obstacle', obstacle };
  return undefined;
}

/** The same news; the attempt knows up to which it has come, also when it is stopped. */
async function* keepPlace(
  news: AsyncIterable<StreamNews>,
  attempt: TranslationAttempt,
  signal: AbortSignal,
): AsyncGenerator<StreamNews, void> {
  for await (const one of news) {
    if (one.type === 'event' && one.eventId !== '') attempt.after = one.eventId;
    signal.throwIfAborted();
    yield one;
  }
}

async function* passUntilLoss(
  news: AsyncIterable<StreamNews>,
  connection: StreamConnection,
): AsyncGenerator<StreamNews, Obstacle | undefined> {
  for await (const one of news) {
    // What is read after hanging up makes no sense.
    const isLost = one.type === 'obstacle' && (one.obstacle.kind === 'cut' || connection.isHungUp);
    if (isLost) return { kind: 'cut' };
    yield one;
  }
  return undefined;
}
