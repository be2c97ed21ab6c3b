import type { Obstacle } from '../../shared/obstacle.ts';
import type { RunMessage } from '../messages/background-message.ts';
import { loadSettings } from '../settings/settings.ts';
import type { Settings } from '../settings/settings-schema.ts';
import { getWishes } from './get-wishes.ts';
import { hasMoved } from './has-moved.ts';
import { cancelStream, type TranslationAttempt } from './open-stream.ts';
import { requestTranslation } from './request-translation.ts';
import type { Server } from './server-client.ts';
import { settleTarget } from './settle-target.ts';
import { StreamSlots } from './stream-slots.ts';
import { waitForPairing } from './wait-for-pairing.ts';
import { viewLeft } from './view-left.ts';
import { waitForPermission } from './wait-for-permission.ts';
import { isWorthWaiting, waitForServer } from './wait-for-server.ts';

/** A translation that a view asks for. */
export type AskedTranslation = Omit<TranslationAttempt, 'secondTarget' | 'wishes'> & {
  /** Whether it must be that target, though the text be in it already. */
  isTargetFixed?: boolean | undefined;
};

const slots = new StreamSlots(4);

const queued: RunMessage = {
  type: 'event',
  event: { event: 'status', data: { phase: 'queued' } },
  eventId: '',
};

/**
 * One translation from the first obstacle to the last event. What the user must do first (a permission, pairing, a server that runs, with an
 * engine and a model) is waited for. Throws the signal's reason when it aborts; unless its view may come back, the stream is ended on the
 * server too.
 */
export async function* runTranslation(
  asked: AskedTranslation,
  signal: AbortSignal,
): AsyncGenerator<RunMessage, void> {
  let hindrance = yield* tryTranslation(asked, signal);
  for (let waits = 0; hindrance; waits += 1) {
    if (hindrance !== 'moved') yield* waitForServer(hindrance, waits, signal);
    // The settings may ask for something else now, which makes another request of it.
    hindrance = yield* tryTranslation({ ...asked, key: `${asked.key}-${waits}`, after: undefined }, signal);
  }
}

/** What must be there first; `moved`: the settings name another server by now. Undefined: that was all. */
type Hindrance = Obstacle | 'moved' | undefined;

async function* tryTranslation(
  asked: AskedTranslation,
  signal: AbortSignal,
): AsyncGenerator<RunMessage, Hindrance> {
  yield* waitForPermission(signal);
  const settings = await loadSettings();
  const { server: address, token } = settings;
  const server: Server = { address, token };
  const attempt = createAttempt(asked, settings);
  try {
    return yield* translateWhenPaired(server, attempt, signal);
  } finally {
    const isUnwanted = signal.aborted && signal.reason !== viewLeft;
    if (isUnwanted && attempt.after !== undefined) cancelStream(server, attempt.after);
  }
}

function createAttempt(
  { isTargetFixed = false, ...asked }: AskedTranslation,
  settings: Settings,
): TranslationAttempt {
  return {
    ...asked,
    secondTarget: isTargetFixed ? '' : settings.secondTarget,
    wishes: getWishes(settings, asked.texts),
  };
}

async function* translateWhenPaired(
  server: Server,
  attempt: TranslationAttempt,
  signal: AbortSignal,
): AsyncGenerator<RunMessage, Hindrance> {
  for (;;) {
    const hindrance = yield* translateInSlot(server, attempt, signal);
    if (!hindrance || !isPairingRequired(hindrance)) return hindrance;
    const isAllowed = yield* waitForPairing(server, signal);
    if (await hasMoved(server)) return 'moved';
    if (!isAllowed) return undefined;
  }
}

async function* translateInSlot(
  server: Server,
  attempt: TranslationAttempt,
  signal: AbortSignal,
): AsyncGenerator<RunMessage, Obstacle | undefined> {
  if (slots.isFull) yield queued;
  await slots.take(signal);
  try {
    await settleTarget(server, attempt, signal);
    const isNew = attempt.after === undefined;
    return yield* passUntilHindrance(requestTranslation(server, attempt, signal), isNew);
  } finally {
    slots.giveBack();
  }
}

/** What has begun to come is not begun anew by itself: only its reader knows whether that is wanted. */
async function* passUntilHindrance(
  messages: AsyncIterable<RunMessage>,
  isNew: boolean,
): AsyncGenerator<RunMessage, Obstacle | undefined> {
  let isEmpty = isNew;
  for await (const message of messages) {
    const obstacle = getObstacle(message);
    if (obstacle && (isPairingRequired(obstacle) || (isEmpty && isWorthWaiting(obstacle)))) return obstacle;
    isEmpty &&= !isText(message);
    yield message;
  }
  return undefined;
}

/** What the server says in a stream stands in its way as well. */
function getObstacle(message: RunMessage): Obstacle | undefined {
  if (message.type === 'obstacle') return message.obstacle;
  const { event } = message;
  return event.event === 'error' ? { kind: 'problem', error: event.data } : undefined;
}

function isText(message: RunMessage): boolean {
  return message.type === 'event' && ['delta', 'segment'].includes(message.event.event);
}

function isPairingRequired(obstacle: Obstacle): boolean {
  return obstacle.kind === 'problem' && obstacle.error.code === 'pairing_required';
}
