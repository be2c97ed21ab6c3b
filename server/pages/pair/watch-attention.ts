/** How long the page must have been in front of the reader before a click counts. */
const attentionMs = 1000;

/** Nearly all of it: a fraction of a pixel is lost to rounding. */
const wholeRatio = 0.99;

/**
 * Tells when the page has been visible and focused for a second without a break, from when `whatToRead` was first shown whole, and at once
 * when it no longer is. A page elsewhere can open this one under a finger that is about to click something else, or so small that only
 * a button is seen; the second is there to read.
 */
export function watchAttention(whatToRead: Element, onChange: (hasAttention: boolean) => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wasShown = false;
  const restart = (): void => {
    clearTimeout(timer);
    onChange(false);
    if (!wasShown || document.visibilityState !== 'visible' || !document.hasFocus()) return;
    timer = setTimeout(() => {
      onChange(true);
    }, attentionMs);
  };
  document.addEventListener('visibilitychange', restart);
  addEventListener('focus', restart);
  addEventListener('blur', restart);
  const observer = new IntersectionObserver(
    (entries) => {
      if (entries.every(({ intersectionRatio }) => intersectionRatio < wholeRatio)) return;
      observer.disconnect();
      wasShown = true;
      restart();
    },
    { threshold: wholeRatio },
  );
  observer.observe(whatToRead);
  restart();
}
