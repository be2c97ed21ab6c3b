import type { OverlaySize } from '../settings/overlay-size.ts';
import type { Job } from './background-message.ts';

/** The extension's own world in a page, out of the page's reach, as far as background and overlay share it. */
export interface OverlayWorld {
  /** There once the overlay's script has run. */
  dragomanOverlays?: { show(job: OverlayJob): void };
}

/** A job, and what the overlay looks like. */
export interface OverlayJob extends Job {
  /** A style sheet. */
  style: string;
  /** How large the reader wants it, in CSS pixels; absent: as large as is usual. */
  size?: OverlaySize;
}
