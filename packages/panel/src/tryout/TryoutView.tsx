import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { isSingle, toAddress, toReference } from "@tallykit/sheet/book";

import { ErrorWords } from "../parts/ErrorWords.tsx";
import { shownCell } from "../parts/shownCell.ts";
import { useSurroundings } from "../parts/surroundings.ts";
import { isCellError } from "@tallykit/sheet";
import { TryoutGrid } from "./TryoutGrid.tsx";
import type { TryoutHost } from "./tryoutHost.ts";

/** The panel's own grid, with what the selected cell holds and why it shows what it shows. */
export function TryoutView({ host }: { readonly host: TryoutHost }): JSX.Element {
  const { language, say, tell } = useSurroundings();
  const [, setVersion] = useState(0);
  useEffect(
    () =>
      host.onChange(() => {
        setVersion((version) => version + 1);
      }),
    [host],
  );
  return (
    <section class="tally-view tally-tryout" aria-label={say("tryoutTitle")}>
      <div class="tally-tools">
        <p class="tally-actions">
          <button
            type="button"
            class="tally-button"
            onClick={() => {
              host.putSample(language);
              tell({ kind: "done", text: say("tryoutSampleIn") });
            }}
          >
            {say("tryoutSample")}
          </button>
          <button
            type="button"
            class="tally-button"
            onClick={() => {
              host.clear();
              tell({ kind: "done", text: say("tryoutCleared") });
            }}
          >
            {say("tryoutClear")}
          </button>
        </p>
        <SelectedCell host={host} />
      </div>
      <TryoutGrid host={host} />
      <p class="tally-help" id="tally-keys">
        {say("tryoutKeys")}
      </p>
    </section>
  );
}

/** What the selected cell holds, as a formula bar shows it, and the words of its error. */
function SelectedCell({ host }: { readonly host: TryoutHost }): JSX.Element {
  const { say } = useSurroundings();
  const { selection } = host;
  const address = toAddress(selection.first);
  const shown = host.shownAt(address);
  const content = host.contentOf(address);
  const value = shown?.value ?? null;
  const words =
    content !== ""
      ? content
      : shown?.from === undefined
        ? say("tryoutBlank")
        : `${shownCell(value)} · ${say("tryoutFilledFrom", { place: shown.from })}`;
  return (
    <div class="tally-bar" role="status">
      <p>
        <strong>{isSingle(selection) ? address : toReference(selection)}</strong> <code>{words}</code>
      </p>
      {isCellError(value) && <ErrorWords error={value} />}
    </div>
  );
}
