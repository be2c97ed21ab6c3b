import type { RedisConnection } from './redis-connection.ts';
import { redisKeys } from './redis-keys.ts';

/** How long a server counts as alive after its last beat. */
const lifeMs = 3000;

/** How often a server says that it lives, and looks whether others do. */
const beatMs = 500;

/** Whose life matters now, and who is told of a death. */
export interface PulseWatcher {
  /** Servers whose streams somebody here waits for. */
  listServers: () => Iterable<string>;
  onDeath: (server: string) => void;
}

/** Says that this server lives, by a key that expires by itself, and finds out when others no longer do. */
export class ServerPulse {
  readonly #connection: RedisConnection;
  readonly #server: string;
  readonly #watcher: PulseWatcher;
  readonly #timer: NodeJS.Timeout;
  /** Before it, others may not have been able to say that they live. */
  #trustFromMs = 0;

  constructor(connection: RedisConnection, server: string, watcher: PulseWatcher) {
    this.#connection = connection;
    this.#server = server;
    this.#watcher = watcher;
    this.#timer = setInterval(() => void this.#beat(), beatMs).unref();
  }

  /** Redis is there, perhaps after it was away. */
  resume(): void {
    this.#trustFromMs = Date.now() + lifeMs;
    void this.#beat();
  }

  /** Whether a server without a pulse is dead: it is another one, and has had the time to say that it lives. */
  canTell(server: string): boolean {
    return server !== this.#server && Date.now() >= this.#trustFromMs;
  }

  /** Says that this server is gone, so that nobody has to wait for it. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    if (!this.#connection.isReady) return;
    // Otherwise it ends by itself.
    await this.#connection.run((redis) => redis.del(redisKeys.pulse(this.#server))).catch(() => undefined);
  }

  async #beat(): Promise<void> {
    if (!this.#connection.isReady) return;
    const servers = [...this.#watcher.listServers()];
    try {
      const [, ...pulses] = await this.#connection.runAll((pipeline) => {
        pipeline.set(redisKeys.pulse(this.#server), '1', 'PX', lifeMs);
        for (const server of servers) pipeline.exists(redisKeys.pulse(server));
        return pipeline;
      });
      const silent = servers.filter((server, index) => pulses[index] === 0 && this.canTell(server));
      for (const server of silent) this.#watcher.onDeath(server);
    } catch {
      // The next beat says it; whoever waits for Redis itself learns of its absence there.
    }
  }
}
