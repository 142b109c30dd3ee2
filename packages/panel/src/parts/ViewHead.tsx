import type { ComponentChildren, JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

import { Icon } from "./Icon.tsx";
import { useSurroundings } from "./surroundings.ts";

/** The head of a view that was opened from another: back, and what it is about, which is read out first. */
export function ViewHead({
  onBack,
  children,
}: {
  readonly onBack: () => void;
  readonly children: ComponentChildren;
}): JSX.Element {
  const { say } = useSurroundings();
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    title.current?.focus();
  }, []);
  return (
    <div class="tally-head">
      <button
        type="button"
        class="tally-iconButton"
        aria-label={say("back")}
        title={say("back")}
        onClick={onBack}
      >
        <Icon name="back" />
      </button>
      <h2 ref={title} tabIndex={-1}>
        {children}
      </h2>
    </div>
  );
}
