/** A machine that text streams through: it may hold some back until it knows, and drop some. */
export interface TextStage {
  /** What passes, of this piece and what was held before it. */
  push(piece: string): string;
  /** The answer is over: what of the held text passes. */
  end(): string;
}
