import { Client, Dispatcher } from 'undici';

/** What every connection is like. */
const clientOptions: Client.Options = {
  // Only our own limits count: while a model loads or reads a long prompt there are no headers for minutes.
  headersTimeout: 0,
  bodyTimeout: 0,
  // No connection is used twice: one that died meanwhile (the server restarted) would fail a request that the server never saw.
  pipelining: 0,
  // One whose request was given up before it could be sent is of no use to anybody.
  keepAliveTimeout: 1,
};

/**
 * Connections to a model server, a new one for each request. undici's own pool puts a request on a connection that is being opened for one that was
 * given up; with hundreds of them on a busy machine some were never sent, and nobody was told.
 */
export class OneTimeClients extends Dispatcher {
  readonly #clients = new Set<Client>();

  override dispatch(
    options: Dispatcher.DispatchOptions,
    handler: Parameters<Dispatcher['dispatch']>[1],
  ): boolean {
    const client = new Client(options.origin ?? '', clientOptions);
    this.#clients.add(client);
    const forget = (): void => {
      this.#clients.delete(client);
    };
    client.once('disconnect', forget).once('connectionError', forget);
    return client.dispatch(options, handler);
  }

  /** Ends all requests. */
  override async destroy(): Promise<void> {
    await Promise.all([...this.#clients].map((client) => client.destroy()));
  }
}
