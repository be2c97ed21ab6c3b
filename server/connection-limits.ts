/** How long clients may take for what, and how many may do nothing. Durations in milliseconds. */
export interface ConnectionLimits {
  /** How long the head of a request may take. */
  headersMs: number;
  /** How long a whole request may take, body included. */
  requestMs: number;
  /** How long a connection is kept open for a next request. */
  keepAliveMs: number;
  /** How long a client may take nothing of what waits for it. */
  stalledReaderMs: number;
  /** How often all of these are looked at. */
  checkEveryMs: number;
  /** How many connections may be open without a request that is being answered. */
  idleConnections: number;
  /** How long a stopping server waits for its clients and engines. */
  stopMs: number;
}

/**
 * What holds for everybody. A request of the largest body takes a second on a slow line; proxies keep connections for a minute and must not
 * be the last to know that one was closed; a thousand connections leave room for streams where a process may have few files open.
 */
export const defaultConnectionLimits: ConnectionLimits = {
  headersMs: 10_000,
  requestMs: 30_000,
  keepAliveMs: 65_000,
  stalledReaderMs: 30_000,
  checkEveryMs: 1000,
  idleConnections: 1000,
  stopMs: 5000,
};

/**
 * How long a client that was refused may go on sending: what comes is thrown away meanwhile. To close at once would reset the connection, and
 * who sends all before reading would never see the answer.
 */
export const lingerMs = 1000;
