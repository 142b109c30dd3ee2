import type { FunctionsMetadata } from "@tallykit/sheet";

/** One parameter in the metadata of WPS. */
interface WpsParameter {
  readonly name: string;
  readonly description: string;
  /** A type, `[][]` for a range, `?` where it may be left out. */
  readonly type: string;
}

/** One function in the metadata of WPS. */
interface WpsFunction {
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly WpsParameter[];
  readonly result: { readonly type: string };
}

/** The content of the functions.json of WPS. */
export interface WpsMetadata {
  readonly functions: readonly WpsFunction[];
}

/** The metadata of WPS, from that of Excel. */
export function wpsMetadata({ functions }: Pick<FunctionsMetadata, "functions">): WpsMetadata {
  return {
    functions: functions.map(({ id, description, parameters }) => ({
      name: id,
      description,
      // Rows of cells everywhere: for "any" alone WPS would hand over a range as an object.
      parameters: parameters.map(({ name, description: help, optional }) => ({
        name,
        description: help,
        type: optional ? "any[][]?" : "any[][]",
      })),
      // A cell or rows of cells.
      result: { type: "any" },
    })),
  };
}

const functionName = /^[a-zA-Z_][a-zA-Z0-9_]*$/;
const type = /^(number|string|bool|any)(\[\]\[\])?\??$/;

/** What in a metadata the published tool of WPS would not write: names, types, and parameters out of order. */
export function problemsOf({ functions }: WpsMetadata): readonly string[] {
  const names = functions.map(({ name }) => name.toUpperCase());
  return functions.flatMap(({ name, description, parameters, result }, index) => {
    const types = [...parameters, { name: "the result", ...result }];
    const firstOptional = parameters.findIndex((each) => each.type.endsWith("?"));
    const late = parameters.find((each, place) => place > firstOptional && !each.type.endsWith("?"));
    return [
      ...(functionName.test(name) ? [] : [`${name}: a name has letters, digits and underscores only`]),
      ...(names.indexOf(name.toUpperCase()) === index ? [] : [`${name}: there are two of this name`]),
      ...(description === "" ? [`${name}: there is no description`] : []),
      ...types
        .filter((each) => !type.test(each.type))
        .map((each) => `${name}: ${each.name} is of type ${each.type}`),
      ...(firstOptional >= 0 && late !== undefined ? [`${name}: ${late.name} follows an optional one`] : []),
    ];
  });
}
