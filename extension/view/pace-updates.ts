/** In a hidden tab no frame comes, but what is read aloud and what is kept must go on. */
const patienceMs = 250;

/**
 * Makes showing a state cost no more than once a frame: what `mayWait` is shown just before the browser draws the next frame, unless something
 * newer has come by then. Everything else is shown at once, and nothing older after it.
 */
export function paceUpdates<State>(
  show: (state: State) => void,
  mayWait: (state: State) => boolean,
): (state: State) => void {
  let waiting: { state: State } | undefined;
  let cancel: (() => void) | undefined;
  const showWaiting = (): void => {
    cancel?.();
    const due = waiting;
    waiting = undefined;
    if (due) show(due.state);
  };
  return (state) => {
    const isDue = !mayWait(state);
    const isScheduled = waiting !== undefined;
    waiting = { state };
    if (isDue) showWaiting();
    else if (!isScheduled) cancel = schedule(showWaiting);
  };
}

/** Calls it at the next frame or, where none comes, after a while. Gives the function that calls it off. */
function schedule(call: () => void): () => void {
  const frame = requestAnimationFrame(call);
  const timer = setTimeout(call, patienceMs);
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
