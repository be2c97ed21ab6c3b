/** Nothing happened for a while, but the stream is alive. */
export const heartbeat = Symbol('heartbeat');

/** A stage: passes what comes, and a heartbeat whenever nothing came for `everyMs`. */
export async function* withHeartbeat<Item>(
  items: AsyncGenerator<Item, void>,
  everyMs: number,
): AsyncGenerator<Item | typeof heartbeat, void> {
  let next = items.next();
  for (;;) {
    const result = await waitAtMost(next, everyMs);
    if (result === heartbeat) {
      yield heartbeat;
      continue;
    }
    if (result.done) return;
    yield result.value;
    next = items.next();
  }
}

async function waitAtMost<Value>(promise: Promise<Value>, ms: number): Promise<Value | typeof heartbeat> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<typeof heartbeat>((resolve) => {
    timer = setTimeout(resolve, ms, heartbeat);
  });
  try {
    return await Promise.race([promise, silence]);
  } finally {
    clearTimeout(timer);
  }
}
