import { bitLength } from "./fraction.ts";

/** The largest whole number whose square, or cube, is not above a whole number from zero on; by Newton, from above. */
export function integerRoot(value: bigint, degree: 2 | 3): bigint {
  if (value === 0n) return 0n;
  const order = BigInt(degree);
  let root = 1n << BigInt(Math.ceil(bitLength(value) / degree));
  for (;;) {
    const next = ((order - 1n) * root + value / root ** (order - 1n)) / order;
    if (next >= root) return root;
    root = next;
  }
}
