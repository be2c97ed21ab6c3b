/** How long is waited for Redis, and for other servers. */
export interface RedisTimes {
  /** How long a command waits for Redis, and for a lost connection to come back. */
  patienceMs: number;
  /** How long a server counts as alive after it last said so. */
  lifeMs: number;
}

/** A server that dies is found out after three and a half seconds at most. */
export const redisTimes: RedisTimes = { patienceMs: 3000, lifeMs: 3000 };
