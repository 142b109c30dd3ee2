type ArgumentText =
  | {
      readonly kind: "omitted";
    }
  | {
      readonly kind: "value";
      readonly value: Cell | Range;
    }
  | {
      readonly kind: "reference";
      readonly sheet?: string;
      readonly address: string;
      readonly asText: boolean;
      readonly isFilled: boolean;
    }
  | {
      readonly kind: "expression";
    };

interface CheckedBook {
  readonly book: Book;
  readonly computed: ComputedBook;
  readonly shown: ShownValues;
  readonly engineFunctions: ReadonlySet<string>;
}

type FindingKind = (typeof findingKinds)[number];

type FindingText = Omit<WorkbookFinding, "sheet" | "cell">;

interface FormulaCall {
  readonly name: string;
  readonly text: string;
  readonly args: readonly string[];
}

interface FormulaParts {
  readonly calls: readonly FormulaCall[];
  readonly references: readonly string[];
  readonly words: readonly string[];
  readonly isElsewhere: boolean;
}

type ShownValues = ReadonlyMap<string, ReadonlyMap<string, BookValue>>;

interface WorkbookFinding {
  readonly sheet: string;
  readonly cell: string;
  readonly kind: FindingKind;
  readonly says: Texts;
  readonly advice: Texts;
  readonly formula?: string;
  readonly error?: string;
}

declare const blankIsAnswer: ReadonlySet<string>;

declare function checkBook({
  book,
  computed,
  shown,
  engineFunctions,
}: CheckedBook): readonly WorkbookFinding[];

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

declare function formulaParts(formula: string): FormulaParts;

declare const kindNames: Readonly<Record<FindingKind, Texts>>;

declare function readArgumentText(text: string): ArgumentText;

declare function short(text: string, length?: number): string;

declare const tellsOfBlanks: ReadonlySet<string>;
