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
    let place = heap.length;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      const above = heap[parent] as Element;
      if (!this.#before(element, above)) break;
      heap[place] = above;
      place = parent;
    }
    heap[place] = element;
  }

  /** Takes the first element out. */
  take(): Element | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop() as Element;
    if (heap.length === 0) return first;
    let place = 0;
    for (;;) {
      const child = this.#firstBelow(place);
      if (child >= heap.length || !this.#before(heap[child] as Element, last)) break;
      heap[place] = heap[child] as Element;
      place = child;
    }
    heap[place] = last;
    return first;
  }

  /** The place of the first of the two elements below a place; beyond the end where there are none. */
  #firstBelow(place: number): number {
    const heap = this.#heap;
    const [left, right] = [2 * place + 1, 2 * place + 2];
    if (right >= heap.length) return left;
    return this.#before(heap[right] as Element, heap[left] as Element) ? right : left;
  }
}
