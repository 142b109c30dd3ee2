import { addInOnlyRules } from "./addInOnlyRules.ts";
import { type BuiltAddIn, type Lock, readBuilt, type Rule } from "./builtAddIn.ts";
import { fileRules } from "./fileRules.ts";
import { functionRules } from "./functionRules.ts";
import { unifiedRules } from "./unifiedRules.ts";

/** Every rule of the lint. */
export const rules: readonly Rule[] = [...addInOnlyRules, ...unifiedRules, ...fileRules, ...functionRules];

/** Something wrong with a built add-in. */
export interface Finding {
  /** The rule's name. */
  readonly rule: string;
  /** What is wrong. */
  readonly words: string;
}

/** Checks a built add-in for what no schema checks, before Office rejects it without a word. */
export function lintAddIn(files: ReadonlyMap<string, Uint8Array>, lock: Lock): readonly Finding[] {
  let built: BuiltAddIn;
  try {
    built = readBuilt(files, lock);
  } catch (error) {
    return [{ rule: "files that can be read", words: messageOf(error) }];
  }
  return rules.flatMap((rule) => findings(rule, built));
}

/** What a rule finds; one that cannot even look, since an address is none, has found something too. */
function findings({ name, check }: Rule, built: BuiltAddIn): readonly Finding[] {
  try {
    return check(built).map((words) => ({ rule: name, words }));
  } catch (error) {
    return [{ rule: name, words: messageOf(error) }];
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : "an unknown error";
}
