import type { Argument, FunctionRow, Result } from "@tallykit/sheet";
import type { Ctor } from "@univerjs/core";
import type { BaseFunction, BaseValueObject } from "@univerjs/engine-formula";

import type { Univer } from "./univer.ts";
import { fromResult, toArgument } from "./values.ts";

/** What people type before the id of a function. */
export const functionPrefix = "TALLY.";

/** A row of the table as far as a host needs it. */
export type HostedRow = Pick<FunctionRow, "id" | "call">;

/** A function as the engine registers it: its class and its name. */
export type HostFunction = [Ctor<BaseFunction>, string];

/**
 * Makes a row of the table a function of the engine.
 *
 * A subclass and not the engine's registerFunction, which hands blanks over as 0, reads results such as "1-2" as dates
 * and lets a throwing function stop the calculation.
 */
export function hostFunction({ formula }: Univer, row: HostedRow): HostFunction {
  class Host extends formula.BaseFunction {
    /** Or the engine reads a typed "50%" as 0.5 before it gets here. */
    override isArgumentsIgnoreNumberPattern(): boolean {
      return true;
    }

    override calculate(...values: BaseValueObject[]): BaseValueObject {
      return fromResult(formula, callGuarded(row, values.map(toArgument)));
    }
  }
  return [Host, `${functionPrefix}${row.id}`];
}

function callGuarded(row: HostedRow, given: readonly Argument[]): Result {
  try {
    return row.call(given);
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    return { error: "#VALUE!", message: `${row.id} failed: ${words}.` };
  }
}
