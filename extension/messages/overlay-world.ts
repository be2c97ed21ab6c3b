import type { Job } from './background-message.ts';

/**
 * The extension's own world in a page, out of the page's reach, as far as background and overlay share it. The job lies there before the
 * overlay's script runs: of two quick translations the last wins, however their steps mix.
 */
export interface OverlayWorld {
  dragomanJob?: OverlayJob;
}

/** A job with what the overlay looks like, as a style sheet. */
export interface OverlayJob extends Job {
  style: string;
}
