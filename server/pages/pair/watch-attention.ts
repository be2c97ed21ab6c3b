/** How long the page must have been in front of the reader before a click counts. */
const attentionMs = 1000;

/**
 * Tells when the page has been visible and focused for a second without a break, and at once when it no longer is. A page elsewhere can
 * open this one under a finger that is about to click something else; the second is there to see what changed.
 */
export function watchAttention(onChange: (hasAttention: boolean) => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const restart = (): void => {
    clearTimeout(timer);
    onChange(false);
    if (document.visibilityState !== 'visible' || !document.hasFocus()) return;
    timer = setTimeout(() => {
      onChange(true);
    }, attentionMs);
  };
  document.addEventListener('visibilitychange', restart);
  addEventListener('focus', restart);
  addEventListener('blur', restart);
  restart();
}
