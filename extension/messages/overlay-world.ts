import type { Job } from './background-message.ts';

/** The extension's own world in a page, out of the page's reach, as far as background and overlay share it. */
export interface OverlayWorld {
  /** There once the overlay's script has run. */
  dragomanOverlays?: { show(job: OverlayJob): void };
}

/** A job with what the overlay looks like, as a style sheet. */
export interface OverlayJob extends Job {
  style: string;
}
