import type { FunctionRow } from "@tallykit/sheet";
import { useEffect, useRef, useState } from "preact/hooks";

import { composeFormula } from "../formula/composeFormula.ts";
import type { ReadArgument } from "../formula/readFormulaArgument.ts";
import { useSurroundings } from "../parts/surroundings.ts";
import { useFront } from "../parts/useFront.ts";
import { evaluateCall, type Evaluation, referencesOf } from "./evaluateCall.ts";
import { type FieldTexts, firstFields, onSheet, readFields } from "./formFields.ts";
import { useInsertion } from "./useInsertion.ts";
import { useLiveResult } from "./useLiveResult.ts";

/** A formula that is being filled in. */
export interface FormulaInWork {
  /** What the fields hold. */
  readonly texts: FieldTexts;
  /** Fills the fields. */
  readonly setTexts: (texts: FieldTexts) => void;
  /** The fields as arguments. */
  readonly given: readonly ReadArgument[];
  /** The formula as the sheet in front writes it. */
  readonly formula: string;
  /** What it comes to. */
  readonly evaluation: Evaluation | undefined;
  /** Why it was not inserted, where asking again inserts it. */
  readonly warning: string | undefined;
  /** Inserts it. */
  readonly insert: () => Promise<void>;
}

/** Fills in the formula of a function. */
export function useFormula(row: FunctionRow): FormulaInWork {
  const { host, language, say, tell } = useSurroundings();
  const front = useFront();
  const [texts, setFields] = useFieldTexts(row, firstFields(row, language), front.sheet);
  const given = readFields(row, texts);
  const evaluation = useLiveResult(row, given, front.version);
  const call = { namespace: host.namespace, id: row.id, given };
  const { warning, insert, forget } = useInsertion({
    formulaOn: (sheet) => composeFormula({ ...call, sheet }),
    references: referencesOf(given),
  });
  // A warning is about the cells that were selected when it was given.
  useEffect(forget, [front.sheet, front.address]);
  return {
    texts,
    setTexts: (filled) => {
      // What was told is about the formula as it was.
      forget();
      tell(undefined);
      setFields(filled);
    },
    given,
    formula: composeFormula({ ...call, ...(front.sheet === undefined ? {} : { sheet: front.sheet }) }),
    evaluation,
    warning,
    insert: async () => {
      // What is shown may be a moment old: how many cells the result needs is asked once more.
      const now = await evaluateCall(row, given, host);
      if (now.kind === "failed") tell({ kind: "failed", text: say("failed", { message: now.message }) });
      else await insert(now.kind === "result" ? now.result : undefined);
    },
  };
}

/** The texts of the fields, whose references keep their sheet when another one comes to the front. */
function useFieldTexts(
  row: FunctionRow,
  first: FieldTexts,
  sheet: string | undefined,
): [FieldTexts, (texts: FieldTexts) => void] {
  const [texts, setTexts] = useState(first);
  const before = useRef(sheet);
  useEffect(() => {
    const { current } = before;
    if (current !== undefined && current !== sheet) setTexts((fields) => onSheet(row, fields, current));
    before.current = sheet ?? current;
  }, [row, sheet]);
  return [texts, setTexts];
}
