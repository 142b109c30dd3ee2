import type { CellError } from "@tallykit/sheet";
import type { JSX } from "preact";

import { errorTexts } from "../explain/errorTexts.ts";
import { useSurroundings } from "./surroundings.ts";

/** An error of a cell: what it means, the words that came with it, and what to do. */
export function ErrorWords({ error: { error, message } }: { readonly error: CellError }): JSX.Element {
  const { language } = useSurroundings();
  const { meaning, advice } = errorTexts[error] ?? {};
  return (
    <div class="tally-error">
      <p>{meaning?.[language] ?? error}</p>
      {message !== undefined && <p lang="en">{message}</p>}
      {advice?.[0] !== undefined && <p class="tally-quiet">{advice[0][language]}</p>}
    </div>
  );
}
