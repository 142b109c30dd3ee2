/** A queue that always gives up its first element by an order: a binary heap. */
export class ClaimQueue<Element> {
  readonly #heap: Element[] = [];
  readonly #before: (a: Element, b: Element) => boolean;

  constructor(compare: (a: Element, b: Element) => number) {
    this.#before = (a, b) => compare(a, b) < 0;
  }

  /** Adds an element. */
  add(element: Element): void {
    const heap = this.#heap;
    let place = heap.push(element) - 1;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (!this.#swapIfBefore(place, parent)) return;
      place = parent;
    }
  }

  /** Takes the first element out. */
  take(): Element | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return first;
    heap[0] = last;
    for (let place = 0; ;) {
      const left = 2 * place + 1;
      const child = left + 1 < heap.length && this.#comesBefore(left + 1, left) ? left + 1 : left;
      if (child >= heap.length || !this.#swapIfBefore(child, place)) return first;
      place = child;
    }
  }

  #comesBefore(place: number, other: number): boolean {
    const [a, b] = [this.#heap[place], this.#heap[other]];
    return a !== undefined && b !== undefined && this.#before(a, b);
  }

  #swapIfBefore(place: number, other: number): boolean {
    if (!this.#comesBefore(place, other)) return false;
    const heap = this.#heap;
    [heap[place], heap[other]] = [heap[other] as Element, heap[place] as Element];
    return true;
  }
}
