import { expect, test } from "vitest";

import { argumentsOf } from "./platformArguments.ts";

const call = { address: "Sheet1!A1" };

test("the description of the call is dropped, and null stays: a blank cell, or an argument left out", () => {
  expect(argumentsOf([1, null, "x", call])).toEqual([1, null, "x"]);
  expect(argumentsOf([call])).toEqual([]);
});

test("blank cells of a range stay blank", () => {
  expect(argumentsOf([[[null, 0, ""]], call])).toEqual([[[null, 0, ""]]]);
});

test.each([
  ["an error of the runtime", { type: "Error", code: "#N/A", basicValue: "#N/A", errorSubType: undefined }],
  ["an error of the wire", { type: "CustomFunctionError", code: "#N/A" }],
  ["an error as a data type", { type: "Error", basicType: "Error", basicValue: "#N/A" }],
  ["a data type that has an error for its value", { type: "Entity", basicType: "Error", basicValue: "#N/A" }],
])("%s is an error cell", (_, value) => {
  expect(argumentsOf([value, [[value]], call])).toEqual([{ error: "#N/A" }, [[{ error: "#N/A" }]]]);
});

test("an error that the dialect does not know says which it was", () => {
  const [cell] = argumentsOf([{ type: "Error", basicValue: "#FIELD!" }, call]);
  expect(cell).toEqual({ error: "#VALUE!", message: "An argument holds the error #FIELD!." });
});

test("a value with a format is its value", () => {
  expect(argumentsOf([{ type: "FormattedNumber", basicType: "Double", basicValue: 0.5 }, call])).toEqual([
    0.5,
  ]);
  expect(argumentsOf([{ type: "Empty", basicType: "Empty", basicValue: "" }, call])).toEqual([""]);
});

test("what is no cell stays what it is, for the table to refuse", () => {
  const odd = { text: "x" };
  expect(argumentsOf([odd, [1], [[odd]], call])).toEqual([odd, [1], [[odd]]]);
});
