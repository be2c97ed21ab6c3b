import type { OverlayJob } from '../messages/overlay-world.ts';
import { chooseClosed } from './choose-closed.ts';
import { removeAbandonedHosts } from './create-overlay-host.ts';
import { TranslationOverlay } from './translation-overlay.ts';
import { watchClose } from './watch-close.ts';

/** All overlays of a page: those that the reader has pinned, and at most one that isn't. */
export class OverlayStack {
  /** The newest last. */
  #overlays: TranslationOverlay[] = [];
  #watch = new AbortController();

  /** Shows the translation of a job in the place of the one that isn't pinned. */
  show(job: OverlayJob): void {
    for (const overlay of this.#overlays) if (!overlay.isPinned) overlay.close();
    // Their script may be dead after an update of the extension.
    const hosts = this.#overlays.map(({ host }) => host);
    removeAbandonedHosts(hosts);
    const others = hosts.map((host) => host.getBoundingClientRect());
    const opener = this.#overlays.find(({ hasFocus }) => hasFocus);
    const onChange = (): void => {
      this.#update();
    };
    this.#overlays.push(new TranslationOverlay(job, { others, opener, onChange }));
    this.#update();
  }

  #update(): void {
    this.#watch.abort();
    this.#overlays = this.#overlays.filter(({ isClosed }) => !isClosed);
    if (this.#overlays.length === 0) return;
    this.#watch = new AbortController();
    const { signal } = this.#watch;
    window.addEventListener('keydown', this.#onKeyDown, { capture: true, signal });
    // What is pinned must not take the key from the page.
    if (this.#overlays.every(({ isPinned }) => isPinned)) return;
    watchClose(() => {
      this.#choose()?.close();
    }, signal);
  }

  #choose(): TranslationOverlay | undefined {
    return chooseClosed(this.#overlays);
  }

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing) return;
    const closed = this.#choose();
    if (!closed) return;
    // One press closes one thing: the page's own dialog stays open.
    event.preventDefault();
    event.stopImmediatePropagation();
    closed.close();
  };
}
