/**
 * Adds the one method newer than ES2020 that the calculators use, where the runtime has it not: the language of the
 * bundle can be lowered, what comes with the runtime cannot.
 */
export function completeLanguage(): void {
  if ("at" in Array.prototype) return;
  Object.defineProperty(Array.prototype, "at", {
    configurable: true,
    writable: true,
    value: function at(this: readonly unknown[], index: number): unknown {
      return this[index < 0 ? this.length + index : index];
    },
  });
}
