/** The upper 26 bits of a double (T. J. Dekker 1971), so that products of halves are exact. */
export function upperHalf(value: number): number {
  const wide = value * 134_217_729;
  return wide - (wide - value);
}
