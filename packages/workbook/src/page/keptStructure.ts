import type { FUniver } from "@univerjs/core/facade";

import { isFileSheet } from "./gridData.ts";

/** Commands that change what saving leaves as it was in the sheets of the opened file. */
const structural =
  /^sheet\.command\.(?:insert-(?:row|col|multi|range)|remove-(?:row|col|sheet)|delete-range|move-(?:rows|cols)|add-worksheet-merge|remove-worksheet-merge|set-worksheet-(?:name|hidden|order|default-style)|set-tab-color|hide-|set-(?:selected|specific)?-?(?:rows|cols|row|col)-(?:hidden|frozen|visible)|set-(?:frozen|selection-frozen|first-row-frozen|first-column-frozen)|cancel-frozen)/;
/** Commands that change looks which saving leaves as they were. */
const looks =
  /^sheet\.command\.(?:set-(?:style|bold|italic|underline|stroke|overline|border|font|text-(?:color|wrap|rotation)|background-color|horizontal-text-align|vertical-text-align|range-(?:bold|italic|underline|stroke|subscript|superscript|font|text-color|theme))|reset-|clear-selection-(?:format|all)|apply-format-painter|paste-format|register-worksheet|remove-worksheet-range-theme)/;

/** What a refused command would have changed. */
export type Refused = "structure" | "looks";

/** Refuses commands whose effect on the opened file would be lost when it is saved; sheets added here take them all. */
export function keepStructure(api: FUniver, onRefused: (refused: Refused) => void): void {
  api.addEvent(api.Event.BeforeCommandExecute, (event) => {
    const refused = structural.test(event.id) ? "structure" : looks.test(event.id) ? "looks" : undefined;
    if (refused === undefined) return;
    const { subUnitId } = (event.params ?? {}) as { readonly subUnitId?: string };
    const target = subUnitId ?? api.getActiveWorkbook()?.getActiveSheet().getSheetId() ?? "";
    if (!isFileSheet(target)) return;
    event.cancel = true;
    onRefused(refused);
  });
}
