import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchAttention } from '../../../../server/pages/pair/watch-attention.ts';

/** The parts of a page that tell whether it is in front of the reader. */
class FakeDocument extends EventTarget {
  visibilityState: DocumentVisibilityState = 'visible';
  focused = true;
  hasFocus = (): boolean => this.focused;
}

/** Tells what of an element is in view: all of it, unless a test says otherwise. */
class FakeObserver {
  static ratio = 1;
  static latest: FakeObserver | undefined;
  isWatching = true;
  readonly #tell: (entries: { intersectionRatio: number }[]) => void;

  constructor(tell: FakeObserver['tell']) {
    this.#tell = tell;
    FakeObserver.latest = this;
  }

  observe(): void {
    this.tell([{ intersectionRatio: FakeObserver.ratio }]);
  }

  disconnect(): void {
    this.isWatching = false;
  }

  tell(entries: { intersectionRatio: number }[]): void {
    if (this.isWatching) this.#tell(entries);
  }
}

let page: FakeDocument;
let view: EventTarget;
let changes: boolean[];

beforeEach(() => {
  vi.useFakeTimers();
  page = new FakeDocument();
  view = new EventTarget();
  changes = [];
  FakeObserver.ratio = 1;
  vi.stubGlobal('IntersectionObserver', FakeObserver);
  vi.stubGlobal('document', page);
  vi.stubGlobal('addEventListener', view.addEventListener.bind(view));
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function watch(): void {
  watchAttention({} as Element, (hasAttention) => changes.push(hasAttention));
  // From here on only what changes counts.
  changes = changes.slice(-1);
}

it('counts a click only when the page was in front for a second', () => {
  watch();
  vi.advanceTimersByTime(999);
  expect(changes).toEqual([false]);
  vi.advanceTimersByTime(1);
  expect(changes).toEqual([false, true]);
});

it('begins the second anew when the page loses the focus within it', () => {
  watch();
  vi.advanceTimersByTime(900);
  page.focused = false;
  view.dispatchEvent(new Event('blur'));
  vi.advanceTimersByTime(5000);
  page.focused = true;
  view.dispatchEvent(new Event('focus'));
  vi.advanceTimersByTime(999);
  expect(changes).not.toContain(true);
  vi.advanceTimersByTime(1);
  expect(changes.at(-1)).toBe(true);
});

it.each([
  [
    'is hidden',
    () => (page.visibilityState = 'hidden'),
    () => page.dispatchEvent(new Event('visibilitychange')),
  ],
  ['loses the focus', () => (page.focused = false), () => view.dispatchEvent(new Event('blur'))],
])('counts no click any more at once when the page %s', (_what, turnAway, tell) => {
  watch();
  vi.advanceTimersByTime(1000);
  turnAway();
  tell();
  vi.advanceTimersByTime(5000);
  expect(changes).toEqual([false, true, false]);
});

it.each([
  ['in a tab behind', () => (page.visibilityState = 'hidden')],
  ['in a window behind', () => (page.focused = false)],
])('sleeps for as long as the page is %s', (_where, turnAway) => {
  turnAway();
  watch();
  vi.advanceTimersByTime(60_000);
  expect(changes).toEqual([false]);
});

it('sleeps for as long as what is to be read is not in view as a whole', () => {
  FakeObserver.ratio = 0.5;
  watch();
  vi.advanceTimersByTime(60_000);
  expect(changes).toEqual([false]);
});

it('counts the second from when all of it was first in view, and lets it be scrolled away then', () => {
  FakeObserver.ratio = 0.5;
  watch();
  vi.advanceTimersByTime(5000);
  FakeObserver.latest?.tell([{ intersectionRatio: 1 }]);
  vi.advanceTimersByTime(999);
  expect(changes).not.toContain(true);
  FakeObserver.latest?.tell([{ intersectionRatio: 0 }]);
  vi.advanceTimersByTime(1);
  expect(changes.at(-1)).toBe(true);
});
