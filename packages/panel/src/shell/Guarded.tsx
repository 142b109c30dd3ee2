import type { ComponentChildren, JSX } from "preact";
import { useErrorBoundary } from "preact/hooks";

import { useSurroundings } from "../parts/surroundings.ts";

/** Keeps a fault of one view from taking the others along: its words stand in the place of the view. */
export function Guarded({ children }: { readonly children: ComponentChildren }): JSX.Element {
  const { say } = useSurroundings();
  const [error, begin] = useErrorBoundary() as readonly [unknown, () => void];
  if (error === undefined) return <>{children}</>;
  const message = error instanceof Error ? error.message : "";
  return (
    <div class="tally-body">
      <p class="tally-problem" role="alert">
        {say("failed", { message })}
      </p>
      <p class="tally-actions">
        <button type="button" class="tally-button" onClick={begin}>
          {say("back")}
        </button>
      </p>
    </div>
  );
}
