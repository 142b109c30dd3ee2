/// <reference types="custom-functions-runtime" />
import { table } from "@tallykit/sheet";

import { handlerOf } from "./handlerOf.ts";
import { completeLanguage } from "./olderLanguage.ts";

completeLanguage();

// What Excel loads: every row of the table under its id. It needs nothing but `CustomFunctions.associate` while it is
// read, so it runs in the shared runtime, beside the page, and in the one that has JavaScript only.
for (const row of table) CustomFunctions.associate(row.id, handlerOf(row));
