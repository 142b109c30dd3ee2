// A script for the browser of the tests, run before the page's own: Excel's part, with a workbook that lives in memory.
import { answerRequest, type Session } from "./answerRequest.ts";
import { createHost, type Host } from "./bridge.ts";
import { excelContext, type ExcelDescription } from "./excelContext.ts";
import { type FakeSelection, type FakeWorkbook, workbookObject } from "./fakeWorkbook.ts";
import type { Deed } from "./request.ts";
import type { FakeCell } from "./typedCell.ts";

/** What a test states before the page is loaded. */
export interface PageSetup extends ExcelDescription {
  /** The sheets by their names, each with its cells by address. */
  readonly sheets: Readonly<Record<string, Readonly<Record<string, FakeCell>>>>;
  /** What is selected. */
  readonly selection: FakeSelection;
  /** Whether there is an Excel at all. */
  readonly inExcel: boolean;
  /** The code with which Excel refuses whatever it is asked; it refuses nothing without. */
  readonly refusal?: string;
}

/** What tests find in the page. */
export interface PageHost extends Pick<Host, "invoke" | "invokeAll"> {
  /** What requests did to the workbook, in order. */
  readonly deeds: readonly Deed[];
  /** What the page's policy kept out, and the script that wanted it. */
  readonly keptOut: readonly string[];
  /** Selects something else, as a person does. */
  readonly select: (selection: FakeSelection) => void;
  /** What is selected. */
  readonly selection: () => FakeSelection;
  /** The cells of a sheet by address. */
  readonly cellsOf: (sheet: string) => Readonly<Record<string, FakeCell>>;
}

/** Excel's number for the event of another selection. */
const selectionChanged = 14;

/** Puts an Excel into the page that has the workbook of the setup. */
export function start(setup: PageSetup): PageHost {
  const workbook: FakeWorkbook = {
    sheets: Object.entries(setup.sheets).map(([name, cells]) => ({
      name,
      cells: new Map(Object.entries(cells)),
    })),
    selection: setup.selection,
    onSelect: () => {
      tell(selectionChanged, { address: workbook.selection.areas.join(",") });
    },
  };
  const session: Session = { root: workbookObject(workbook), kept: new Map(), keptSoFar: 0, deeds: [] };
  const { bridge, invoke, invokeAll, tell } = createHost((body) => {
    const { refusal } = setup;
    const answer = answerRequest(session, body);
    return refusal === undefined ? answer : { Results: [], Error: { Code: refusal, Message: "No." } };
  });
  const keptOut: string[] = [];
  document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile }) => {
    keptOut.push(`${violatedDirective} ${blockedURI} in ${sourceFile}`);
  });
  if (setup.inExcel) {
    Object.assign(window, { _richApiNativeBridge: bridge });
    const context = excelContext(setup);
    // The browser's own `external` stays, and takes the method that office.js looks for.
    Object.defineProperty(Reflect.get(window, "external"), "GetContext", { value: () => context });
  }
  return {
    deeds: session.deeds,
    keptOut,
    invoke,
    invokeAll,
    select: (selection) => {
      workbook.selection = selection;
      workbook.onSelect();
    },
    selection: () => workbook.selection,
    cellsOf: (sheet) => {
      const found = workbook.sheets.find(({ name }) => name === sheet);
      return Object.fromEntries(found?.cells ?? []);
    },
  };
}
