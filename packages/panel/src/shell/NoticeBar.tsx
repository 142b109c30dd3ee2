import type { JSX } from "preact";

import { Icon } from "../parts/Icon.tsx";
import { type Notice, useSurroundings } from "../parts/surroundings.ts";
import { focusView } from "./focusView.ts";

/** What is told about what was done; it stays until something else is told or it is closed. */
export function NoticeBar({ notice }: { readonly notice: Notice | undefined }): JSX.Element {
  const { say, tell } = useSurroundings();
  return (
    <div class="tally-notice" data-kind={notice?.kind}>
      <p role="status">{notice?.text}</p>
      {notice?.next !== undefined && (
        <button
          type="button"
          class="tally-link"
          onClick={() => {
            notice.next?.act();
            tell(undefined);
          }}
        >
          {notice.next.label}
        </button>
      )}
      {notice !== undefined && (
        <button
          type="button"
          class="tally-iconButton"
          aria-label={say("close")}
          onClick={({ currentTarget }) => {
            focusView(currentTarget);
            tell(undefined);
          }}
        >
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}
