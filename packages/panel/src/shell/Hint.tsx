import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { useSurroundings } from "../parts/surroundings.ts";
import { focusView } from "./focusView.ts";
import { remember, remembered } from "./remembered.ts";

/** What the panel is for, told once. */
export function Hint({ storage }: { readonly storage: Storage | undefined }): JSX.Element | null {
  const { say } = useSurroundings();
  const [isRead, setRead] = useState(() => remembered(storage, "hint") === "read");
  if (isRead) return null;
  return (
    <aside class="tally-hint" aria-label={say("hintTitle")}>
      <p>
        <strong>{say("hintTitle")}</strong> {say("hintText")}
      </p>
      <button
        type="button"
        class="tally-button"
        onClick={({ currentTarget }) => {
          focusView(currentTarget);
          setRead(true);
          remember(storage, "hint", "read");
        }}
      >
        {say("hintClose")}
      </button>
    </aside>
  );
}
