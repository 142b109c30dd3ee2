import * as fc from "fast-check";
import type { Law } from "../law.laws.ts";
import { keyColumn } from "./keyColumn.ts";
import { names, namesOf } from "./registers.laws.ts";

const columns = fc.array(fc.option(names, { nil: undefined, freq: 4 }), { maxLength: 12 });

export const keyColumnLaws: readonly Law<typeof keyColumn>[] = [
  {
    name: "the codes give the column back",
    property: (calculator) =>
      fc.property(columns, (values) => {
        const decoded = namesOf(calculator(values));
        return decoded.length === values.length && decoded.every((name, row) => name === values[row]);
      }),
    // A missing name takes the name above it, as in a sheet that was printed without repeats.
    broken: (values) => {
      let last: string | undefined;
      return keyColumn(values.map((name) => (last = name ?? last)));
    },
  },
  {
    name: "C16 each name stands once, in order of first appearance",
    property: (calculator) =>
      fc.property(columns, (values) => {
        const given = values.filter((name) => name !== undefined);
        const distinct = given.filter((name, row) => given.indexOf(name) === row);
        const found = calculator(values).names;
        return found.length === distinct.length && found.every((name, place) => name === distinct[place]);
      }),
    broken: (values) => keyColumn(values.map((name) => name?.trim().toLowerCase())),
  },
];
