import type { FunctionRow } from "@tallykit/sheet";
import { useEffect, useState } from "preact/hooks";

import type { ReadArgument } from "../formula/readFormulaArgument.ts";
import { useSurroundings } from "../parts/surroundings.ts";
import { type Evaluation, evaluateCall } from "./evaluateCall.ts";

/** How long a field must be left alone before the result is calculated again, in milliseconds. */
const pause = 250;

/** What a form comes to, calculated again whenever its fields or, it may be, the cells have changed. */
export function useLiveResult(
  row: FunctionRow,
  given: readonly ReadArgument[],
  version: number,
): Evaluation | undefined {
  const { host } = useSurroundings();
  const [evaluation, setEvaluation] = useState<Evaluation>();
  const key = JSON.stringify(given);
  useEffect(() => {
    let isOver = false;
    const timer = setTimeout(() => {
      void evaluateCall(row, given, host).then((found) => {
        if (!isOver) setEvaluation(found);
      });
    }, pause);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
    // The arguments are new objects each time; their text says whether they differ.
  }, [row, key, host, version]);
  return evaluation;
}
