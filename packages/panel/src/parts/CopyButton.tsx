import type { JSX } from "preact";

import { Icon } from "./Icon.tsx";
import { useSurroundings } from "./surroundings.ts";

interface CopyButtonProps {
  readonly formula: string;
  /** What the button is called; it is a picture only. */
  readonly label: string;
}

/** Copies a formula; where the page around the panel does not allow it, says how to do it by hand. */
export function CopyButton({ formula, label }: CopyButtonProps): JSX.Element {
  const { say, tell } = useSurroundings();
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(formula);
      tell({ kind: "done", text: say("copied") });
    } catch {
      tell({ kind: "failed", text: say("notCopied") });
    }
  };
  return (
    <button
      type="button"
      class="tally-iconButton"
      aria-label={label}
      title={label}
      onClick={() => void copy()}
    >
      <Icon name="copy" />
    </button>
  );
}
