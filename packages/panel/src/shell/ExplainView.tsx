import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { parseReference, toAddress } from "@tallykit/sheet/book";

import { explainCell } from "../explain/explainCell.ts";
import type { Explanation } from "../explain/explanation.ts";
import type { SheetHost, SheetRange } from "../host/sheetHost.ts";
import { useSurroundings } from "../parts/surroundings.ts";
import { useFront } from "../parts/useFront.ts";

/** What is shown of a cell: its explanation, or why there is none. */
type Shown = { readonly explanation: Explanation } | { readonly failure: string };

/** How the selected cell came about; it follows the selection while it is in front. */
export function ExplainView(): JSX.Element {
  const { host, language, say } = useSurroundings();
  const { version } = useFront();
  const [shown, setShown] = useState<Shown>();
  useEffect(() => {
    if (version === 0) return undefined;
    let isOver = false;
    const take = (found: Shown): void => {
      if (!isOver) setShown(found);
    };
    firstSelectedCell(host)
      .then((range) => explainCell({ range, host, language }))
      .then(
        (explanation) => {
          take({ explanation });
        },
        (error: unknown) => {
          take({ failure: error instanceof Error ? error.message : String(error) });
        },
      );
    return () => {
      isOver = true;
    };
  }, [host, language, version]);
  return (
    <section class="tally-view">
      <div class="tally-body">
        <h2>{say("explainTitle")}</h2>
        <p class="tally-help">{say("explainIntro")}</p>
        <div role="status">
          {shown !== undefined &&
            ("failure" in shown ? (
              <p class="tally-problem">{say("failed", { message: shown.failure })}</p>
            ) : (
              <ExplanationText explanation={shown.explanation} />
            ))}
        </div>
        {shown !== undefined && "explanation" in shown && (
          <ExplanationTable explanation={shown.explanation} />
        )}
      </div>
    </section>
  );
}

/** The cell in the upper left corner of the selection. */
async function firstSelectedCell(host: SheetHost): Promise<SheetRange> {
  const { sheet, address } = await host.readSelection();
  const first = parseReference(address)?.first;
  return host.readRange({ sheet, address: first === undefined ? address : toAddress(first) });
}

function ExplanationText({
  explanation: { title, sentences, advice },
}: {
  readonly explanation: Explanation;
}): JSX.Element {
  const { say } = useSurroundings();
  return (
    <div class="tally-summaryBox">
      <h3>{title}</h3>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {advice !== undefined && (
        <>
          <h4>{say("explainAdvice")}</h4>
          <ul>
            {advice.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function ExplanationTable({
  explanation: { title, table },
}: {
  readonly explanation: Explanation;
}): JSX.Element | null {
  if (table === undefined) return null;
  return (
    <div class="tally-scroll" role="region" aria-label={title} tabIndex={0}>
      <table class="tally-table">
        <thead>
          <tr>
            {table.headers.map((header, column) => (
              <th key={column} scope="col">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
