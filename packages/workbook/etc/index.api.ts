interface Book {
  readonly sheets: readonly BookSheet[];
  readonly names: readonly BookName[];
}

type BookCell = ValueCell | FormulaCell;

interface BookName {
  readonly name: string;
  readonly formula: string;
  readonly sheet?: string;
}

interface BookSheet {
  readonly name: string;
  readonly cells: ReadonlyMap<string, BookCell>;
}

type BookValue = number | string | boolean | CellError;

interface CheckOptions {
  readonly onProgress?: (done: number, all: number) => void;
}

interface CheckedWorkbook {
  readonly formulas: number;
  readonly findings: readonly WorkbookFinding[];
}

interface ComputedBook {
  readonly sheets: ReadonlyMap<string, ReadonlyMap<string, ComputedCell>>;
}

interface ComputedCell {
  readonly value: BookValue;
  readonly spill?: readonly (readonly BookValue[])[];
}

type FindingKind = (typeof findingKinds)[number];

interface FormulaCell {
  readonly formula: string;
  readonly array?: string;
}

interface FormulaError {
  readonly sheet: string;
  readonly cell: string;
  readonly error: string;
  readonly message?: string;
}

interface RecalculateOptions {
  readonly values?: boolean;
  readonly onProgress?: (done: number, all: number) => void;
}

interface Recalculated {
  readonly bytes: Uint8Array;
  readonly computed: ComputedBook;
  readonly formulas: number;
  readonly errors: readonly FormulaError[];
}

declare class RecursiveNameError extends Error {
  readonly name = "RecursiveNameError";
  readonly definedName: string;
  readonly cell: string;
  constructor(definedName: string, cell: string);
}

interface RunningSheet {
  readonly address: string;
  readonly close: () => Promise<void>;
}

interface ServeOptions {
  readonly port?: number;
  readonly page?: URL;
}

interface ServedRow {
  readonly cells: readonly string[];
  readonly isHead?: boolean;
}

interface ServedSheet {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly front?: BothLanguages;
  readonly table?: {
    readonly en: ServedTable;
    readonly zh: ServedTable;
  };
  readonly language?: "en" | "zh";
}

interface ServedTable {
  readonly title: string;
  readonly summary: string;
  readonly titles: readonly string[];
  readonly numbers: readonly number[];
  readonly rows: readonly ServedRow[];
}

interface ValueCell {
  readonly value: BookValue;
}

declare class WorkbookFileError extends Error {
  readonly name = "WorkbookFileError";
}

interface WorkbookFinding {
  readonly sheet: string;
  readonly cell: string;
  readonly kind: FindingKind;
  readonly says: Texts;
  readonly advice: Texts;
  readonly formula?: string;
  readonly error?: string;
}

declare function checkWorkbook(bytes: Uint8Array, options?: CheckOptions): Promise<CheckedWorkbook>;

declare const findingKinds: readonly [
  "formulaError",
  "storedError",
  "unknownFunction",
  "notCalculated",
  "stale",
  "textNumber",
  "formulaText",
  "nearKey",
  "blank",
  "over",
  "noneEligible",
  "empty",
  "badCount",
];

declare function recalculate(bytes: Uint8Array, options?: RecalculateOptions): Promise<Recalculated>;

declare function serveSheet(served: ServedSheet, options?: ServeOptions): Promise<RunningSheet>;
