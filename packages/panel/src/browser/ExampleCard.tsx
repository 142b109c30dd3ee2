import { callFunction, type Example, type FunctionRow } from "@tallykit/sheet";
import type { JSX } from "preact";
import { useMemo } from "preact/hooks";

import { useInsertion } from "../form/useInsertion.ts";
import { exampleFormula } from "../formula/composeFormula.ts";
import { CopyButton } from "../parts/CopyButton.tsx";
import { hasTitles } from "../parts/hasTitles.ts";
import { ResultTable } from "../parts/ResultTable.tsx";
import { useSurroundings } from "../parts/surroundings.ts";

interface ExampleCardProps {
  readonly row: FunctionRow;
  readonly example: Example;
  readonly number: number;
}

/** An example: its formula, what it gives when it is called now, and ways to take it along. */
export function ExampleCard({ row, example, number }: ExampleCardProps): JSX.Element {
  const { host, say } = useSurroundings();
  const formula = exampleFormula(row, example, host.namespace);
  const result = useMemo(() => callFunction(row.id, example.arguments), [row, example]);
  const { warning, insert } = useInsertion({ formulaOn: () => formula, references: [] });
  return (
    <section class="tally-card" aria-label={say("example", { number })}>
      <p class="tally-formula">
        <code>{formula}</code>
        <CopyButton formula={formula} label={say("copyExampleNumber", { number })} />
      </p>
      <ResultTable
        result={result}
        label={`${say("example", { number })}: ${say("result")}`}
        hasTitles={hasTitles(row, example.arguments)}
      />
      {warning !== undefined && (
        <p class="tally-warning" role="alert">
          {warning}
        </p>
      )}
      <button
        type="button"
        class="tally-button"
        {...(warning === undefined ? { "aria-label": say("insertExampleNumber", { number }) } : {})}
        onClick={() => void insert(result)}
      >
        {say(warning === undefined ? "insertExample" : "insertAnyway")}
      </button>
    </section>
  );
}
