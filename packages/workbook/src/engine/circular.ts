/**
 * The nodes of a graph that lie on a circle: Tarjan's strongly connected components, without recursion.
 *
 * A node that points to itself lies on one too.
 */
export function nodesOnCircles(
  nodes: Iterable<number>,
  targetsOf: (node: number) => Iterable<number>,
): ReadonlySet<number> {
  const found = new Set<number>();
  const order = new Map<number, number>();
  const lowest = new Map<number, number>();
  const open: number[] = [];
  const isOpen = new Set<number>();
  const lower = (node: number, reached: number): void => {
    lowest.set(node, Math.min(lowest.get(node) ?? reached, reached));
  };
  for (const start of nodes) {
    if (order.has(start)) continue;
    const path: { readonly node: number; readonly targets: Iterator<number> }[] = [];
    const enter = (node: number): void => {
      order.set(node, order.size);
      lowest.set(node, order.size - 1);
      open.push(node);
      isOpen.add(node);
      path.push({ node, targets: targetsOf(node)[Symbol.iterator]() });
    };
    enter(start);
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const { node, targets } = step;
      const next = targets.next();
      if (next.done !== true) {
        if (next.value === node) found.add(node);
        if (!order.has(next.value)) enter(next.value);
        else if (isOpen.has(next.value)) lower(node, order.get(next.value) ?? 0);
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent !== undefined) lower(parent.node, lowest.get(node) ?? 0);
      if (lowest.get(node) !== order.get(node)) continue;
      const group = open.splice(open.lastIndexOf(node));
      for (const member of group) {
        isOpen.delete(member);
        if (group.length > 1) found.add(member);
      }
    }
  }
  return found;
}
