/** Names of everything that is kept in Redis. Stream ids and keys of callers are capabilities: none of these names may be logged. */
export const redisKeys = {
  /** Redis stream of a record's entries. */
  entries: (id: string) => `dragoman:stream:${id}`,
  /** Hash: `server`, the server that produces the stream; `claim`, the key of the claim that stands for it. */
  facts: (id: string) => `dragoman:facts:${id}`,
  /** Hash: `id` and `fingerprint` of a claim. */
  claim: (key: string) => `dragoman:claim:${key}`,
  /** Is there while that server lives. */
  pulse: (server: string) => `dragoman:pulse:${server}`,
  /** Channel of the notes to a server. */
  notes: (server: string) => `dragoman:notes:${server}`,
  /** Redis stream by which a server wakes its own waiting connection. */
  wake: (connection: string) => `dragoman:wake:${connection}`,
} as const;
