/** A binary heap that finds its items again: who is first is known at once, every change costs the logarithm of its size. */
export class Heap<T> {
  readonly #items: T[] = [];
  readonly #indexes = new Map<T, number>();
  readonly #compare: (a: T, b: T) => number;

  /** `compare` as for sorting: below 0 when `a` comes before `b`. */
  constructor(compare: (a: T, b: T) => number) {
    this.#compare = compare;
  }

  get size(): number {
    return this.#items.length;
  }

  /** The first of all. */
  peek(): T | undefined {
    return this.#items[0];
  }

  /** All items, in no order. */
  values(): readonly T[] {
    return this.#items;
  }

  /** Puts an item where it belongs: a new one, or one of which something changed by which items are compared. */
  place(item: T): void {
    this.#sink(item, this.#rise(item, this.#indexes.get(item) ?? this.#items.length));
  }

  /** Takes an item out, wherever it is; says whether it was there. */
  delete(item: T): boolean {
    const index = this.#indexes.get(item);
    const last = this.#items.at(-1);
    if (index === undefined || last === undefined) return false;
    this.#items.pop();
    this.#indexes.delete(item);
    if (last === item) return true;
    this.#put(last, index);
    this.place(last);
    return true;
  }

  #rise(item: T, start: number): number {
    let index = start;
    while (index > 0) {
      const above = (index - 1) >> 1;
      const parent = this.#items[above];
      if (parent === undefined || this.#compare(parent, item) <= 0) break;
      this.#put(parent, index);
      index = above;
    }
    this.#put(item, index);
    return index;
  }

  #sink(item: T, start: number): void {
    let index = start;
    for (let child = this.#findChild(index); child; child = this.#findChild(index)) {
      if (this.#compare(item, child.item) <= 0) break;
      this.#put(child.item, index);
      index = child.index;
    }
    this.#put(item, index);
  }

  /** The one of the two below that comes first. */
  #findChild(index: number): { item: T; index: number } | undefined {
    const [left, right] = [2 * index + 1, 2 * index + 2];
    const [first, second] = [this.#items[left], this.#items[right]];
    if (first === undefined) return undefined;
    if (second === undefined || this.#compare(first, second) <= 0) return { item: first, index: left };
    return { item: second, index: right };
  }

  #put(item: T, index: number): void {
    this.#items[index] = item;
    this.#indexes.set(item, index);
  }
}
