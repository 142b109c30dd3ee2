interface CheckedBook {
  readonly book: Book;
  readonly computed: ComputedBook;
  readonly shown: ShownValues;
  readonly engineFunctions: ReadonlySet<string>;
}

type FindingKind = (typeof findingKinds)[number];

type FindingText = Omit<WorkbookFinding, "sheet" | "cell">;

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

declare const kindNames: Readonly<Record<FindingKind, Texts>>;

declare function short(text: string, length?: number): string;

declare const tellsOfBlanks: ReadonlySet<string>;
