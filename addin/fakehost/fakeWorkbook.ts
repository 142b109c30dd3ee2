import { areaOf, rangeObject, usedArea } from "./fakeRange.ts";
import { objectOf, recordedObject } from "./objectOf.ts";
import { RequestRefusal, type WorkbookObject } from "./request.ts";
import type { FakeCell } from "./typedCell.ts";

/** A sheet of the fake workbook: its cells by address. */
interface FakeSheet {
  readonly name: string;
  readonly cells: Map<string, FakeCell>;
}

/** What is selected: areas of one sheet, the first with the active cell; none where a picture is. */
export interface FakeSelection {
  readonly sheet: string;
  readonly areas: readonly string[];
}

/** A workbook that lives in memory: as much of Excel as the pane uses. */
export interface FakeWorkbook {
  readonly sheets: FakeSheet[];
  selection: FakeSelection;
  /** Hears of every selection that a request makes. */
  onSelect: () => void;
}

/** The workbook as requests reach it. */
export function workbookObject(workbook: FakeWorkbook): WorkbookObject {
  const selected = (): WorkbookObject => {
    const [area, ...others] = areasIn(workbook);
    if (others.length > 0) throw noSelection();
    return inFront(workbook).call("GetRange", [area]) as WorkbookObject;
  };
  return objectOf({
    properties: { Worksheets: () => worksheetsObject(workbook) },
    methods: {
      GetSelectedRange: selected,
      GetSelectedRanges: () =>
        objectOf({ properties: { AreaCount: () => areasIn(workbook).length }, isKept: true }),
    },
  });
}

function areasIn({ selection: { areas } }: FakeWorkbook): readonly string[] {
  if (areas.length === 0) throw noSelection();
  return areas;
}

function noSelection(): RequestRefusal {
  return new RequestRefusal("InvalidSelection", "The current selection is invalid for this action.");
}

function inFront(workbook: FakeWorkbook): WorkbookObject {
  const found = findSheet(workbook, workbook.selection.sheet);
  if (found === null) throw new RequestRefusal("ItemNotFound", "There is no sheet in front.");
  return found;
}

/** Names of sheets differ by more than case. */
function findSheet(workbook: FakeWorkbook, name: unknown): WorkbookObject | null {
  const found = workbook.sheets.find((sheet) => sheet.name.toLowerCase() === String(name).toLowerCase());
  return found === undefined ? null : sheetObject(workbook, found);
}

function worksheetsObject(workbook: FakeWorkbook): WorkbookObject {
  return objectOf({
    items: () => workbook.sheets.map((sheet) => sheetObject(workbook, sheet)),
    methods: {
      Add: (name) => {
        if (findSheet(workbook, name) !== null)
          throw new RequestRefusal("ItemAlreadyExists", "A sheet of this name exists.");
        const sheet = { name: String(name), cells: new Map<string, FakeCell>() };
        workbook.sheets.push(sheet);
        return sheetObject(workbook, sheet);
      },
      GetItemOrNullObject: (name) => findSheet(workbook, name),
      GetActiveWorksheet: () => inFront(workbook),
      _RegisterSelectionChangedEvent: () => null,
      _UnregisterSelectionChangedEvent: () => null,
      _RegisterActivatedEvent: () => null,
      _UnregisterActivatedEvent: () => null,
    },
  });
}

function sheetObject(workbook: FakeWorkbook, sheet: FakeSheet): WorkbookObject {
  const select = (address: string): void => {
    workbook.selection = { sheet: sheet.name, areas: [address] };
    workbook.onSelect();
  };
  const inRange = { ...sheet, select, object: () => sheetObject(workbook, sheet) };
  return objectOf({
    properties: { Name: () => sheet.name, Charts: recordedObject, FreezePanes: recordedObject },
    methods: {
      GetRange: (address) => rangeObject(inRange, areaOf(String(address))),
      GetUsedRangeOrNullObject: () => {
        const area = usedArea(sheet);
        return area === undefined ? null : rangeObject(inRange, area);
      },
      Activate: () => {
        select("A1");
      },
    },
  });
}
