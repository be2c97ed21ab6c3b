/** A stream of which a request holds the id. */
export type StreamState = 'running' | 'ended' | 'cancelled' | 'unknown';

/** A request of the fuzz, as plain data that a report can show. In `target` and `headers` stand `{host}` and `{stream}` for what is known when it is sent. */
export interface FuzzRequest {
  /** Which of the servers: the one that everybody may call, or the one with a token. */
  server: 'open' | 'token';
  /** The path of the document that it was made for, and whether `target` is that path, apart from its query. */
  path: string;
  isExactPath: boolean;
  method: string;
  target: string;
  /** Names and values. */
  headers: [name: string, value: string][];
  /** Each character is a byte; undefined: none is sent. */
  body: string | undefined;
  /** Sent in chunks, without its length. */
  isChunked: boolean;
  stream: StreamState;
  /** The client leaves when so many bytes of the answer's body came; undefined: never. */
  leavesAfter: number | undefined;
}
