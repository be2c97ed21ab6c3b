/** How much is kept of streams, for readers that come back. */
export interface KeepLimits {
  /** How long a stream that has ended can be read. */
  keptMs: number;
  /** Streams that have ended. The oldest go first. */
  keptStreams: number;
  /** What the streams that have ended may take in all, in memory. The oldest go first. */
  keptBytes: number;
  /** Events of one stream, running or not. The oldest go first, and whoever has not read them finds the stream gone. */
  streamEvents: number;
}

/**
 * The longest text allowed by default gives some fifty thousand events, with a delta for each token. A minute of two hundred busy clients leaves over
 * a thousand streams, so that the bytes are the limit that counts.
 */
export const keepLimits: KeepLimits = {
  keptMs: 60_000,
  keptStreams: 10_000,
  keptBytes: 64 * 1024 ** 2,
  streamEvents: 200_000,
};
