import type { ErrorData } from './problem.ts';

/**
 * What keeps a translation from running, or ended it, as a client sees it from its own side of the wire. What the server says inside
 * a stream is an event instead. `permission`, `pairing` and `unready` wait for the user, `reconnecting` for the server, and go on by themselves;
 * all others are an end.
 */
export type Obstacle =
  /** The server refused before the stream began. */
  | { kind: 'problem'; error: ErrorData }
  /** Nothing answered at `server`, a host with port. */
  | { kind: 'unreachable'; server: string }
  /** Something took the connection at `server`, and then said nothing. */
  | { kind: 'silent'; server: string }
  /** Something answered at `server`, but not as a Dragoman server does. */
  | { kind: 'unreadable'; server: string }
  /** The stream ended with neither `done` nor `error`. */
  | { kind: 'cut' }
  /** The stream ended too early, and the client asks for what follows. */
  | { kind: 'reconnecting' }
  /** The browser ended the background of the extension, and it did not help to start it anew. */
  | { kind: 'interrupted' }
  /** The extension was updated under the page. */
  | { kind: 'outdated-page' }
  /** There was nothing to translate. */
  | { kind: 'no-text' }
  /** The browser does not let the extension call the server yet. */
  | { kind: 'permission' }
  /** The server asks its user to let this extension in; `code` is shown on both sides. */
  | { kind: 'pairing'; code: string }
  /** The server, its engine or its model is not there yet: `because` tells which. Whoever says this looks again until it is. */
  | { kind: 'unready'; because: Obstacle }
  /** The server's user said no. */
  | { kind: 'pairing-denied' };

/** Whether the translation goes on by itself as soon as the user did what is asked. */
export function isForUser({ kind }: Obstacle): boolean {
  return kind === 'permission' || kind === 'pairing' || kind === 'unready';
}
