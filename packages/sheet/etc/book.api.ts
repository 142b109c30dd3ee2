interface Area {
  readonly first: Place;
  readonly last: Place;
}

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

interface ComputedBook {
  readonly sheets: ReadonlyMap<string, ReadonlyMap<string, ComputedCell>>;
}

interface ComputedCell {
  readonly value: BookValue;
  readonly spill?: readonly (readonly BookValue[])[];
}

interface FormulaCell {
  readonly formula: string;
  readonly array?: string;
}

interface Place {
  readonly row: number;
  readonly column: number;
}

interface ValueCell {
  readonly value: BookValue;
}

declare function columnLetters(column: number): string;

declare function columnNumber(letters: string): number;

declare function isOnSheet({ row, column }: Place): boolean;

declare function isSingle({ first, last }: Area): boolean;

declare function parseAddress(text: string): Place | undefined;

declare function parseReference(text: string): Area | undefined;

declare const sheetLimits: {
  readonly rows: 1048576;
  readonly columns: 16384;
};

declare function toAddress({ row, column }: Place): string;

declare function toReference({ first, last }: Area): string;
