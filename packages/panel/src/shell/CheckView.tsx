import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { checkRange } from "../check/checkRange.ts";
import type { RangeCheck, RangeFinding } from "../check/rangeCheck.ts";
import { referenceText } from "../formula/references.ts";
import type { SheetRange } from "../host/sheetHost.ts";
import { attempt, useSurroundings } from "../parts/surroundings.ts";
import { useFront } from "../parts/useFront.ts";

/** More findings are counted, not shown. */
const mostFindings = 200;

/** The check of the selected cells: what they hold, what is odd, and the way to each of those cells. */
export function CheckView(): JSX.Element {
  const surroundings = useSurroundings();
  const { host, language, say } = surroundings;
  const { address } = useFront();
  const [range, setRange] = useState<SheetRange>();
  // Read once, said again when the language changes.
  const check = range && checkRange(range, language);
  return (
    <section class="tally-view">
      <div class="tally-body">
        <h2>{say("checkTitle")}</h2>
        <p class="tally-help">{say("checkIntro")}</p>
        <p class="tally-actions">
          <button
            type="button"
            class="tally-primary"
            onClick={() => void attempt(surroundings, () => host.readSelection()).then(setRange)}
          >
            {say("checkSelection")}
          </button>
          {address !== undefined && <span class="tally-quiet">{address}</span>}
        </p>
        <div role="status">
          {range !== undefined && check !== undefined && <Summary range={range} check={check} />}
        </div>
        {check !== undefined && <Findings findings={check.findings} />}
      </div>
    </section>
  );
}

function Summary({ range, check }: { readonly range: SheetRange; readonly check: RangeCheck }): JSX.Element {
  const { say } = useSurroundings();
  const count = check.findings.length;
  return (
    <div class="tally-summaryBox">
      <p class="tally-quiet">{say("checkedRange", { place: referenceText(range) })}</p>
      {check.summary.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p>
        <strong>
          {count === 0 ? say("noFindings") : say(count === 1 ? "finding" : "findings", { count })}
        </strong>
      </p>
    </div>
  );
}

function Findings({ findings }: { readonly findings: readonly RangeFinding[] }): JSX.Element {
  const surroundings = useSurroundings();
  const { host, say } = surroundings;
  const rest = findings.length - mostFindings;
  return (
    <>
      <ul class="tally-findings">
        {findings.slice(0, mostFindings).map((finding, index) => (
          <li key={index} class="tally-card">
            <p>
              <button
                type="button"
                class="tally-link"
                aria-label={say("goTo", { place: finding.reference.address })}
                onClick={() => void attempt(surroundings, () => host.select(finding.reference))}
              >
                {finding.reference.address}
              </button>{" "}
              <strong>{finding.kind}</strong>
            </p>
            <p>{finding.says}</p>
            <p class="tally-quiet">{finding.advice}</p>
          </li>
        ))}
      </ul>
      {rest > 0 && <p class="tally-quiet">{say("moreFindings", { count: rest })}</p>}
    </>
  );
}
