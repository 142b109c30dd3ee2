/// <reference types="custom-functions-runtime" />
import type { CellError, CellErrorCode } from "@tallykit/sheet";

/** The errors that the platform lets out, by the name it has for each. */
const nameOf: Readonly<Partial<Record<CellErrorCode, keyof typeof CustomFunctions.ErrorCode>>> = {
  "#VALUE!": "invalidValue",
  "#N/A": "notAvailable",
  "#DIV/0!": "divisionByZero",
  "#NUM!": "invalidNumber",
  "#NULL!": "nullReference",
};

/**
 * An error cell as the platform wants it.
 *
 * Words go along with `#VALUE!` and `#N/A` only, the two with which Excel shows them. Errors that Excel takes in but does
 * not let out, such as `#REF!`, become `#VALUE!` and say so.
 */
export function platformError({ error, message }: CellError): CustomFunctions.Error {
  // Named here and not above: Office defines both only after this file was read.
  const { Error: PlatformError, ErrorCode } = CustomFunctions;
  const name = nameOf[error];
  if (name === undefined)
    return new PlatformError(ErrorCode.invalidValue, message ?? `An argument holds the error ${error}.`);
  const takesWords = name === "invalidValue" || name === "notAvailable";
  return takesWords && message !== undefined
    ? new PlatformError(ErrorCode[name], message)
    : new PlatformError(ErrorCode[name]);
}
