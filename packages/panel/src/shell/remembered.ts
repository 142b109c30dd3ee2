/** What the panel remembers from one time to the next. */
export type RememberedKey = "hint" | "language";

/** What was remembered; nothing where the page may not, or cannot, keep anything. */
export function remembered(storage: Storage | undefined, key: RememberedKey): string | undefined {
  try {
    return storage?.getItem(`tallykit.${key}`) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Remembers something, where the page may. */
export function remember(storage: Storage | undefined, key: RememberedKey, value: string): void {
  try {
    storage?.setItem(`tallykit.${key}`, value);
  } catch {
    // A full or forbidden store is no reason to stop anybody's work: next time the panel just asks again.
  }
}
