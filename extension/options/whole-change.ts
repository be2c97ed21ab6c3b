/** How a section that changes everything tells of it: the page is made anew then. */
export interface WholeChange {
  /** What the last change has come to; empty when there was none. */
  said: string;
  /** Everything may be another now; `sentence` is what to say. */
  onDone: (sentence: string) => void;
}
