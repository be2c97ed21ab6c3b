import * as z from 'zod/mini';
import type { StreamNote } from '../record-store.ts';
import { RedisConnection, type ConnectionParts } from './redis-connection.ts';
import { redisKeys } from './redis-keys.ts';

const noteSchema = z.object({
  type: z.enum(['cancel', 'reading', 'left']),
  id: z.string(),
  reader: z.optional(z.string()),
});

/** Hears what other servers say to this one, on a connection of its own. */
export class RedisNotes {
  readonly #connection: RedisConnection;
  #listeners: ((note: StreamNote) => void)[] = [];

  constructor(parts: ConnectionParts, server: string) {
    const channel = redisKeys.notes(server);
    this.#connection = new RedisConnection({
      ...parts,
      onReady: () => {
        // Should the connection be lost meanwhile, the next one subscribes.
        this.#connection.redis.subscribe(channel).catch(() => undefined);
      },
    });
    this.#connection.redis.on('message', (_channel, message) => {
      this.#hear(message);
    });
  }

  listen(listener: (note: StreamNote) => void): void {
    this.#listeners.push(listener);
  }

  /** Connects anew: a connection that is lost without a word would never tell. */
  renew(): void {
    if (this.#connection.isReady) this.#connection.redis.disconnect(true);
  }

  close(): void {
    this.#listeners = [];
    this.#connection.close();
  }

  #hear(message: string): void {
    const note = readNote(message);
    if (note) for (const listener of this.#listeners) listener(note);
  }
}

/** Undefined for what another version says, or another program. */
function readNote(message: string): StreamNote | undefined {
  try {
    const { reader, ...note } = noteSchema.parse(JSON.parse(message));
    return { ...note, ...(reader !== undefined && { reader }) };
  } catch {
    return undefined;
  }
}
