import { table } from "@tallykit/sheet";

import { completeLanguage } from "../functions/olderLanguage.ts";
import { namespace } from "./names.ts";
import { type WpsHandler, wpsHandlerOf } from "./wpsHandlerOf.ts";

/** The object that WPS puts into every page of an add-in; before 12.1.0.20540 it takes no functions. */
interface Wps {
  readonly AddCustomFunction?: (space: string, name: string, handler: WpsHandler) => void;
}

declare const wps: Wps | undefined;

completeLanguage();

// What WPS loads when it starts: every row of the table under its id.
if (typeof wps !== "undefined") {
  for (const row of table) wps.AddCustomFunction?.(namespace, row.id, wpsHandlerOf(row));
}
