type Argument = Cell | Range | undefined;

interface CallContext {
  readonly rows: number;
  readonly isAllText: () => boolean;
  readonly isEmptyRow: (row: number) => boolean;
}

type Cell = number | string | boolean | null | CellError;

interface CellError {
  readonly error: CellErrorCode;
  readonly message?: string;
}

type CellErrorCode = (typeof cellErrorCodes)[number];

type Choices<Choice extends string = string> = Readonly<Record<Choice, string>>;

interface EnumValue {
  readonly name: string;
  readonly stringValue: string;
}

interface Example {
  readonly arguments: readonly Argument[];
  readonly result: Result;
}

interface ExplanationOptions {
  readonly language: Language;
  readonly labels?: readonly string[] | undefined;
  readonly rows?: readonly number[] | undefined;
  readonly margins?: boolean | undefined;
  readonly unit?: Fraction | undefined;
}

type Family = "coverage" | "growth" | "funding" | "assessment";

interface FunctionRow {
  readonly id: string;
  readonly family: Family;
  readonly calculator: string;
  readonly summary: Texts;
  readonly parameters: Readonly<Record<string, Parameter<unknown>>>;
  readonly vectorised: boolean;
  readonly examples: readonly [Example, ...Example[]];
  readonly call: (given: readonly unknown[]) => Result;
}

interface FunctionsMetadata {
  readonly allowErrorForDataTypeAny: true;
  readonly functions: readonly MetadataFunction[];
  readonly enums: readonly MetadataEnum[];
}

type Kind = "number" | "date" | "word" | "key" | "flag" | "anything";

interface MetadataEnum {
  readonly id: string;
  readonly type: "string";
  readonly values: readonly EnumValue[];
}

interface MetadataFunction {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly MetadataParameter[];
  readonly result: {
    readonly dimensionality: "matrix";
  };
}

interface MetadataParameter {
  readonly name: string;
  readonly description: string;
  readonly type: "any";
  readonly dimensionality: "scalar" | "matrix";
  readonly optional?: true;
  readonly customEnumId?: string;
}

interface Parameter<Value> {
  readonly text: ParameterText;
  readonly shape: "cell" | "column" | "table";
  readonly takes: Kind;
  readonly keepsMissing: boolean;
  readonly optional: boolean;
  readonly choices?: Choices;
  readonly defaultText?: string;
  readonly read: (argument: Exclude<Argument, undefined>, name: string, context: CallContext) => Value;
  readonly records: (argument: Exclude<Argument, undefined>, name: string) => Range | undefined;
  readonly zerosCount?: true;
  readonly absent?: () => Value;
}

interface ParameterText extends Texts {
  readonly zhName: string;
}

type Range = readonly (readonly Cell[])[];

type Result = ResultCell | readonly (readonly ResultCell[])[];

type ResultCell = number | string | boolean | CellError;

interface Texts {
  readonly en: string;
  readonly zh: string;
}

declare function callFunction(id: string, given: readonly unknown[]): Result;

declare const cellErrorCodes: readonly [
  "#VALUE!",
  "#NUM!",
  "#DIV/0!",
  "#N/A",
  "#NAME?",
  "#REF!",
  "#NULL!",
  "#SPILL!",
  "#CALC!",
  "#GETTING_DATA",
];

declare function explainQuota(input: QuotaApportionInput, options: ExplanationOptions): readonly string[];

declare function explainSplit(input: FundingSplitInput, options: ExplanationOptions): readonly string[];

declare function findFunction(id: string): FunctionRow | undefined;

declare function formulaOf(id: string, given: FunctionRow["examples"][0]["arguments"]): string;

declare function functionsMetadata(language: "en" | "zh"): FunctionsMetadata;

declare function isCellError(value: unknown): value is CellError;

declare function signatureOf({ id, parameters }: FunctionRow, language?: "en" | "zh"): string;

declare const table: readonly FunctionRow[];
