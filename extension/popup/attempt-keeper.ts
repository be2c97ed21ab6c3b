import { isRunning } from '../../shared/describe-translation.ts';
import type { ViewState } from '../view/view-state.ts';

/** While text streams in, the state changes many times a second. */
const everyMs = 500;

/**
 * Writes down what the next popup goes on with. A beginning and an end at once; the text between now and then, which is enough: the
 * background knows what followed, and so does the server for a while.
 */
export class AttemptKeeper {
  readonly #save: (attempt: ViewState | undefined) => void;
  #kept: ViewState | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(save: (attempt: ViewState | undefined) => void) {
    this.#save = save;
  }

  update(attempt: ViewState | undefined): void {
    const before = this.#kept;
    this.#kept = attempt;
    if (!isSameStage(before, attempt)) this.#write();
    else if (attempt !== undefined) this.#timer ??= setTimeout(this.#write, everyMs);
  }

  readonly #write = (): void => {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#save(this.#kept);
  };
}

function isSameStage(one: ViewState | undefined, other: ViewState | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return one.key === other.key && isRunning(one) === isRunning(other);
}
