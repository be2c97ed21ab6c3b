/** Two heartbeats of the server (one each 10 s), and some time on the way. */
const silenceMs = 25_000;
const checkMs = 5000;

/**
 * The same bytes. After a silence of 25 s `hangUp` is called, which must end them: so ends a connection that nobody has closed, as when
 * the computer slept. The clock is asked now and then, because timers stand still during sleep.
 */
export async function* limitSilence(
  chunks: AsyncIterable<Uint8Array>,
  hangUp: () => void,
): AsyncGenerator<Uint8Array, void> {
  let heardAt = Date.now();
  const timer = setInterval(() => {
    const now = Date.now();
    // Somebody may have set the clock back.
    heardAt = Math.min(heardAt, now);
    if (now - heardAt > silenceMs) hangUp();
  }, checkMs);
  try {
    for await (const chunk of chunks) {
      heardAt = Date.now();
      yield chunk;
    }
  } finally {
    clearInterval(timer);
  }
}
