/** Models whose factors are kept; far more than anybody uses by turns. */
const maxModels = 32;

/** Outside of it a measurement says more about the engine's way to count than about the model. */
const range = { least: 0.5, most: 4 };

/**
 * Engines that keep a prompt's beginning may count only what was new. No tokenizer needs so little of what is estimated that a lower ratio
 * could be the whole prompt, apart from a few for scripts that others spell byte by byte: there the estimate stays too careful.
 */
const leastWholeRatio = 0.4;

/** In shorter prompts a few tokens of the model's template outweigh the text. */
const minTokens = 50;

/** How far a lower measurement takes the factor down. */
const easing = 0.1;

/**
 * Learns how many tokens a model really needs for one that was estimated, from what its engine counted in prompts. It believes at once that a
 * model needs more, because a text that doesn't fit is lost, and only by and by that it needs less.
 */
export class TokenCalibration {
  readonly #factors = new Map<string, number>();
  readonly #thinkers = new Set<string>();

  /** What to multiply an estimate with; 1 for a model that nothing is known of, else from 0.5 to 4. */
  getFactor(model: string): number {
    return this.#factors.get(model) ?? 1;
  }

  /**
   * What to multiply the limit of an answer with: never less than 1, and the most there is while nothing is known of the model. A limit that is
   * too low cuts a good answer, one that is too high only lets a bad one go on for longer. Infinity for a model that thinks although it was told
   * not to, since nobody knows for how long.
   */
  getLimitFactor(model: string): number {
    if (this.#thinkers.has(model)) return Infinity;
    return Math.max(this.#factors.get(model) ?? range.most, 1);
  }

  /** `actual`: the tokens that the engine counted in a whole prompt that was estimated. What can't be that is ignored. */
  note(model: string, estimated: number, actual: number): void {
    const ratio = actual / estimated;
    if (!(estimated >= minTokens) || !Number.isFinite(ratio) || ratio < leastWholeRatio) return;
    const factor = this.getFactor(model);
    const next = ratio > factor ? ratio : factor + (ratio - factor) * easing;
    // Set anew, so that the first one is the one that was not used for the longest time.
    this.#factors.delete(model);
    this.#factors.set(model, Math.min(Math.max(next, range.least), range.most));
    forgetOldest(this.#factors);
  }

  /** The model was seen to think. */
  noteThinking(model: string): void {
    this.#thinkers.add(model);
    forgetOldest(this.#thinkers);
  }
}

function forgetOldest(models: Map<string, number> | Set<string>): void {
  const oldest = models.keys().next().value;
  if (models.size > maxModels && oldest !== undefined) models.delete(oldest);
}
