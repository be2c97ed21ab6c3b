/** No types know it yet. */
interface CloseWatcher extends EventTarget {
  destroy: () => void;
}

/**
 * Calls `onClose` when the reader presses Escape and no listener has prevented what it does by itself: pages that keep the key from all
 * listeners but their own leave that to the browser. Older browsers have nothing for it. `signal` ends it.
 */
export function watchClose(onClose: () => void, signal: AbortSignal): void {
  if (!('CloseWatcher' in window)) return;
  const watcher = new (window.CloseWatcher as new () => CloseWatcher)();
  watcher.addEventListener('close', onClose, { signal });
  signal.addEventListener('abort', () => {
    watcher.destroy();
  });
}
