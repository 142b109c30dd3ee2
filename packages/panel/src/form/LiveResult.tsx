import { type FunctionRow, isCellError } from "@tallykit/sheet";
import type { JSX } from "preact";

import { errorTexts } from "../explain/errorTexts.ts";
import { isRows } from "../formula/isRows.ts";
import { hasTitles } from "../parts/hasTitles.ts";
import { ResultTable } from "../parts/ResultTable.tsx";
import { shownCell } from "../parts/shownCell.ts";
import { type Surroundings, useSurroundings } from "../parts/surroundings.ts";
import type { Evaluation } from "./evaluateCall.ts";

interface LiveResultProps {
  readonly row: FunctionRow;
  readonly evaluation: Evaluation | undefined;
  /** The parameters that must still be filled in. */
  readonly missing: readonly string[];
}

/** What a form comes to: read out in a few words, shown as a small table. */
export function LiveResult({ row, evaluation, missing }: LiveResultProps): JSX.Element {
  const surroundings = useSurroundings();
  const { say } = surroundings;
  const words = wordsOf(row, { evaluation, missing }, surroundings);
  const isShown = evaluation?.kind === "result";
  return (
    <div class="tally-result">
      <p role="status" class={isShown ? "tally-hidden" : "tally-quiet"}>
        {words}
      </p>
      {isShown && (
        <ResultTable
          result={evaluation.result}
          label={say("result")}
          hasTitles={hasTitles(row, evaluation.given)}
        />
      )}
    </div>
  );
}

function wordsOf(
  { parameters }: FunctionRow,
  { evaluation, missing }: Omit<LiveResultProps, "row">,
  { language, say }: Surroundings,
): string {
  switch (evaluation?.kind) {
    case undefined:
      return "";
    case "incomplete": {
      const names = missing.map((name) =>
        language === "zh" ? (parameters[name]?.text.zhName ?? name) : name,
      );
      return say("resultPending", { names: names.join(language === "zh" ? "、" : ", ") });
    }
    case "refused":
      return say("resultRefused");
    case "tooLarge":
      return say("tooLarge", { count: evaluation.cells });
    case "failed":
      return say("failed", { message: evaluation.message });
    case "result": {
      const { result } = evaluation;
      if (isRows(result)) return say("resultSize", { rows: result.length, columns: result[0]?.length ?? 0 });
      if (!isCellError(result)) return `${say("result")}: ${shownCell(result)}`;
      return `${errorTexts[result.error]?.meaning[language] ?? result.error} ${result.message ?? ""}`;
    }
  }
}
