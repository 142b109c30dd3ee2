import { findFunction, type FunctionRow } from "@tallykit/sheet";
import { formulaParts } from "@tallykit/sheet/check";

/** A call of one of our functions, as it is written in a formula. */
export interface WrittenCall {
  /** The function. */
  readonly row: FunctionRow;
  /** Its name as the formula has it. */
  readonly name: string;
  /** Its arguments as they are written. */
  readonly args: readonly string[];
  /** Whether it is the whole formula, not a part of one. */
  readonly isWhole: boolean;
}

/** What Excel shows before a function of an add-in that is not there. */
const missingAddIn = /^_XLUDF_|^_XLDUDF_/;

/** The calls of our functions in a formula, the inner ones first. */
export function writtenCalls(formula: string, namespace: string): readonly WrittenCall[] {
  const text = formula.replace(/^\s*[=+@\s]*/, "").trimEnd();
  return formulaParts(text).calls.flatMap(({ name, args, text: written }) => {
    const id = idOf(name, namespace);
    const row = id === undefined ? undefined : findFunction(id);
    return row === undefined
      ? []
      : [{ row, name: `${namespace}.${row.id}`, args, isWhole: written === text }];
  });
}

/** The id in a name that is ours: after our namespace, or as Excel writes it where the add-in is missing. */
function idOf(name: string, namespace: string): string | undefined {
  const plain = name.replace(missingAddIn, "");
  const prefix = [`${namespace.toUpperCase()}.`, "TALLY."].find((start) => plain.startsWith(start));
  if (prefix !== undefined) return plain.slice(prefix.length);
  return plain === name ? undefined : plain.replace(/^TALLY(?:_DEV)?_/, "");
}

/** Names in a formula that begin as ours do but are no function: most often a slip of the pen. */
export function unknownCalls(formula: string, namespace: string): readonly string[] {
  const names = formulaParts(formula.replace(/^=/, "")).calls.map(({ name }) => name);
  return [...new Set(names)].filter((name) => {
    const id = idOf(name, namespace);
    return id !== undefined && findFunction(id) === undefined;
  });
}
