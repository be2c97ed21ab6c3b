import type { Redis } from 'ioredis';

/** What Redis says of itself. */
export class RedisFigures {
  readonly #client: Redis;

  constructor(client: Redis) {
    this.#client = client;
  }

  /** Including the one that asks. */
  countConnections(): Promise<number> {
    return this.#readNumber('clients', /connected_clients:(\d+)/);
  }

  countBlocked(): Promise<number> {
    return this.#readNumber('clients', /blocked_clients:(\d+)/);
  }

  /** How often servers said that they live. */
  countBeats(): Promise<number> {
    return this.#readNumber('commandstats', /cmdstat_set:calls=(\d+)/);
  }

  /** How often somebody looked into a record. */
  countLooks(): Promise<number> {
    return this.#readNumber('commandstats', /cmdstat_xrange:calls=(\d+)/);
  }

  /** Without those of this class. */
  async countCommands(): Promise<number> {
    const info = await this.#client.info('commandstats');
    return [...info.matchAll(/cmdstat_(?<name>\w+):calls=(?<calls>\d+)/g)]
      .filter(({ groups }) => groups?.['name'] !== 'info')
      .reduce((sum, { groups }) => sum + Number(groups?.['calls']), 0);
  }

  async #readNumber(section: string, pattern: RegExp): Promise<number> {
    return Number(pattern.exec(await this.#client.info(section))?.[1] ?? 0);
  }
}
