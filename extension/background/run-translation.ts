import type { RunMessage } from '../messages/background-message.ts';
import { loadSettings } from '../settings/settings.ts';
import type { Settings } from '../settings/settings-schema.ts';
import { getWishes } from './get-wishes.ts';
import { cancelStream, type TranslationAttempt } from './open-stream.ts';
import { requestTranslation } from './request-translation.ts';
import type { Server } from './server-client.ts';
import { settleTarget } from './settle-target.ts';
import { StreamSlots } from './stream-slots.ts';
import { waitForPairing } from './wait-for-pairing.ts';
import { viewLeft } from './view-left.ts';
import { waitForPermission } from './wait-for-permission.ts';

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
 * One translation from the first obstacle to the last event. What the user must do first (a permission, pairing) is waited for.
 * Throws the signal's reason when it aborts; unless its view may come back, the stream is ended on the server too.
 */
export async function* runTranslation(
  asked: AskedTranslation,
  signal: AbortSignal,
): AsyncGenerator<RunMessage, void> {
  const settings = await loadSettings();
  const { server: address, token } = settings;
  const server: Server = { address, token };
  const attempt = createAttempt(asked, settings);
  try {
    yield* waitForPermission(address, signal);
    yield* translateWhenPaired(server, attempt, signal);
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
): AsyncGenerator<RunMessage, void> {
  for (;;) {
    const isEnded = yield* translateInSlot(server, attempt, signal);
    if (isEnded) return;
    const isAllowed = yield* waitForPairing(server, signal);
    if (!isAllowed) return;
  }
}

/** Returns whether that was all; false: the server asks for pairing first. */
async function* translateInSlot(
  server: Server,
  attempt: TranslationAttempt,
  signal: AbortSignal,
): AsyncGenerator<RunMessage, boolean> {
  if (slots.isFull) yield queued;
  await slots.take(signal);
  try {
    await settleTarget(server, attempt, signal);
    return yield* passUntilPairing(requestTranslation(server, attempt, signal));
  } finally {
    slots.giveBack();
  }
}

async function* passUntilPairing(messages: AsyncIterable<RunMessage>): AsyncGenerator<RunMessage, boolean> {
  for await (const message of messages) {
    if (isPairingRequired(message)) return false;
    yield message;
  }
  return true;
}

function isPairingRequired(message: RunMessage): boolean {
  if (message.type !== 'obstacle' || message.obstacle?.kind !== 'problem') return false;
  return message.obstacle.error.code === 'pairing_required';
}
