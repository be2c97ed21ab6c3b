import type { RedisConnection } from './redis-connection.ts';
import { redisKeys } from './redis-keys.ts';

/** How often in its life a server says that it lives, and looks whether others do. */
const beatsPerLife = 6;

/** Whose life matters, and who is told of a death. */
export interface PulseParts {
  /** This server. */
  server: string;
  /** How long a server counts as alive after it last said so. */
  lifeMs: number;
  /** Servers whose streams somebody here waits for. */
  listServers: () => Iterable<string>;
  onDeath: (server: string) => void;
}

/** Says that this server lives, by a key that expires by itself, and finds out when others no longer do. */
export class ServerPulse {
  readonly #connection: RedisConnection;
  readonly #parts: PulseParts;
  readonly #timer: NodeJS.Timeout;
  /** Before it, others may not have been able to say that they live. */
  #trustFromMs = 0;

  constructor(connection: RedisConnection, parts: PulseParts) {
    this.#connection = connection;
    this.#parts = parts;
    this.#timer = setInterval(() => void this.#beat(), parts.lifeMs / beatsPerLife).unref();
  }

  /** Redis is there, perhaps after it was away. */
  resume(): void {
    this.#trustFromMs = Date.now() + this.#parts.lifeMs;
    void this.#beat();
  }

  /** Whether a server without a pulse is dead: it is another one, and has had the time to say that it lives. */
  canTell(server: string): boolean {
    return server !== this.#parts.server && Date.now() >= this.#trustFromMs;
  }

  /** Says that this server is gone, so that nobody has to wait for it. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    if (!this.#connection.isReady) return;
    // Otherwise it ends by itself.
    await this.#connection
      .run((redis) => redis.del(redisKeys.pulse(this.#parts.server)))
      .catch(() => undefined);
  }

  async #beat(): Promise<void> {
    if (!this.#connection.isReady) return;
    const servers = [...this.#parts.listServers()];
    try {
      const [, ...pulses] = await this.#connection.runAll((pipeline) => {
        pipeline.set(redisKeys.pulse(this.#parts.server), '1', 'PX', this.#parts.lifeMs);
        for (const server of servers) pipeline.exists(redisKeys.pulse(server));
        return pipeline;
      });
      const silent = servers.filter((server, index) => pulses[index] === 0 && this.canTell(server));
      for (const server of silent) this.#parts.onDeath(server);
    } catch {
      // The next beat says it; whoever waits for Redis itself learns of its absence there.
    }
  }
}
