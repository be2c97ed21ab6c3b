import type { ErrorCode } from '../../shared/error-codes.ts';
import type { Obstacle } from '../../shared/obstacle.ts';
import { browser } from '../browser.ts';
import type { RunMessage } from '../messages/background-message.ts';
import { loadSettings } from '../settings/settings.ts';
import { checkServer } from './check-server.ts';
import { findMissingModel } from './check-setup.ts';
import { delay } from './delay.ts';

/** How soon it is noticed that the server, its engine or its model has come. From one answer to the next question. */
const askAgainMs = 2000;

/** However often it turned out that what was waited for was not all. */
const longestMs = 30_000;

const codes: ReadonlySet<ErrorCode> = new Set(['engine_unavailable', 'model_not_found']);

/** Whether an obstacle goes away as soon as its user starts something, or gets a model. Pure. */
export function isWorthWaiting(obstacle: Obstacle): boolean {
  if (obstacle.kind === 'problem') return codes.has(obstacle.error.code);
  return obstacle.kind === 'unreachable' || obstacle.kind === 'silent';
}

/**
 * Says what is missing, and ends when it is there, or when the server of the settings is another. `waits`: how often that was waited for
 * before; then it asks less often.
 */
export async function* waitForServer(
  obstacle: Obstacle,
  waits: number,
  signal: AbortSignal,
): AsyncGenerator<RunMessage, void> {
  let shown = '';
  for (let missing: Obstacle | undefined = obstacle; missing;) {
    const name = getName(missing);
    // The same in other words would only be read out again.
    if (name !== shown) yield { type: 'obstacle', obstacle: { kind: 'unready', because: missing } };
    shown = name;
    await waitForChange(Math.min(askAgainMs * 2 ** waits, longestMs), signal);
    missing = await findMissing();
    signal.throwIfAborted();
  }
}

function getName(obstacle: Obstacle): string {
  if (obstacle.kind === 'problem') return obstacle.error.code;
  return 'server' in obstacle ? `${obstacle.kind} ${obstacle.server}` : obstacle.kind;
}

/** What the next attempt would tell better is not missing. */
async function findMissing(): Promise<Obstacle | undefined> {
  const settings = await loadSettings();
  const { status, engines } = await checkServer(settings);
  if (status.kind === 'ready') return findMissingModel(engines, status);
  return isWorthWaiting(status) ? status : undefined;
}

/** Waits, but no longer than until the settings change. */
async function waitForChange(milliseconds: number, signal: AbortSignal): Promise<void> {
  const changed = new AbortController();
  const onChanged = (): void => {
    changed.abort();
  };
  const { onChanged: change } = browser.storage.local;
  change.addListener(onChanged);
  try {
    await delay(milliseconds, AbortSignal.any([signal, changed.signal]));
  } catch (error) {
    if (!changed.signal.aborted) throw error;
  } finally {
    change.removeListener(onChanged);
  }
}
