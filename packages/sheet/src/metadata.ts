import type { FunctionRow } from "./table/functionRow.ts";
import { table } from "./table/table.ts";

/** One value of an enumeration in the metadata. */
export interface EnumValue {
  /** What the list shows. */
  readonly name: string;
  /** What the function is given. */
  readonly stringValue: string;
}

/** The words of a choice, for the list that Excel shows while a formula is typed. */
export interface MetadataEnum {
  /** Names the list. */
  readonly id: string;
  /** Choices are words. */
  readonly type: "string";
  /** The words. */
  readonly values: readonly EnumValue[];
}

/** One parameter in the metadata. */
export interface MetadataParameter {
  /** The name that Excel shows. */
  readonly name: string;
  /** The help that Excel shows. */
  readonly description: string;
  /** Always any: Excel then changes no argument on the way. */
  readonly type: "any";
  /** A cell, or a range of cells. */
  readonly dimensionality: "scalar" | "matrix";
  /** Present where it may be left out. */
  readonly optional?: true;
  /** The list of words, for a choice. */
  readonly customEnumId?: string;
}

/** One function in the metadata. */
export interface MetadataFunction {
  /** The id that workbooks store. */
  readonly id: string;
  /** The name that people type; never translated. */
  readonly name: string;
  /** One sentence. */
  readonly description: string;
  /** The parameters in order. */
  readonly parameters: readonly MetadataParameter[];
  /** Every result may spill. */
  readonly result: { readonly dimensionality: "matrix" };
}

/** Excel's custom-functions metadata: the content of `functions.json`. */
export interface FunctionsMetadata {
  /** Lets error cells reach the functions, which hand them on. */
  readonly allowErrorForDataTypeAny: true;
  /** Every function of the table. */
  readonly functions: readonly MetadataFunction[];
  /** The words of every choice. */
  readonly enums: readonly MetadataEnum[];
}

/**
 * Excel's metadata of every function, in one language: what `functions.json` and `functions.zh-CN.json` hold.
 *
 * Ids, names and the words of choices are never translated, since formulas hold them.
 *
 * @example
 * functionsMetadata("en").functions[0]?.id //=> "COVERAGE_RATE"
 */
export function functionsMetadata(language: "en" | "zh"): FunctionsMetadata {
  const enums = new Map<string, MetadataEnum>();
  const functions = table.map((row) => metadataOf(row, language, enums));
  return { allowErrorForDataTypeAny: true, functions, enums: [...enums.values()] };
}

function metadataOf(
  row: FunctionRow,
  language: "en" | "zh",
  enums: Map<string, MetadataEnum>,
): MetadataFunction {
  const parameters = Object.entries(row.parameters).map(([name, parameter]): MetadataParameter => {
    const { text, shape, optional, choices } = parameter;
    const list = choices && addEnum(enums, Object.entries(choices), name, language);
    return {
      name: language === "zh" ? text.zhName : name,
      description: text[language],
      type: "any",
      dimensionality: shape === "cell" && !row.vectorised ? "scalar" : "matrix",
      ...(optional ? { optional } : {}),
      ...(list === undefined ? {} : { customEnumId: list }),
    };
  });
  return {
    id: row.id,
    name: row.id,
    description: row.summary[language],
    parameters,
    result: { dimensionality: "matrix" },
  };
}

/** Adds a list of words once, however many functions take it; two lists of one name are told apart by number. */
function addEnum(
  enums: Map<string, MetadataEnum>,
  choices: readonly (readonly [word: string, chinese: string])[],
  name: string,
  language: "en" | "zh",
): string {
  const values = choices.map(([word, chinese]) => ({
    name: language === "zh" ? chinese : word,
    stringValue: word,
  }));
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? name : `${name}${number}`;
    const present = enums.get(id);
    if (present === undefined) enums.set(id, { id, type: "string", values });
    else if (JSON.stringify(present.values) !== JSON.stringify(values)) continue;
    return id;
  }
}
