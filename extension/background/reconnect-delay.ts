/** Together about as long as a server lets a stream without readers live. */
const delaysMs = [0, 500, 1000, 2000, 4000];

/** Before the server said anything it is most likely not there, and its reader is waiting to hear that. */
const firstDelaysMs = [500];

/**
 * How long to wait before the connection is made again; undefined: not any more. `losses`: how often it was lost without an event in between, from 1.
 * `hasBegun`: whether there was an event at all. Pure.
 */
export function getReconnectDelay(losses: number, hasBegun: boolean): number | undefined {
  return (hasBegun ? delaysMs : firstDelaysMs)[losses - 1];
}
