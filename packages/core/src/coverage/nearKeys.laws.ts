import * as fc from "fast-check";
import type { Law } from "../law.laws.ts";
import { foldedKey, nearKeys } from "./nearKeys.ts";

const anyNames = fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }));
const asciiNames = fc.stringMatching(/^[A-Za-z0-9-]{1,8}$/);
/** Names so short that two of them are often nearly the same. */
const shortNames = fc.stringMatching(/^[abAB-]{1,2}$/);
/** Full-width forms lie a fixed distance above the ASCII characters that they widen. */
const widened = (name: string): string =>
  name.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
const spaces = fc.constantFrom(" ", "\u3000", "\u00A0", "\t", "\u200B");
const disguises = fc.oneof(
  fc.constant((name: string) => name.toUpperCase()),
  fc.constant(widened),
  spaces.map((space) => (name: string) => `${space}${name}${space}`),
  spaces.map((space) => (name: string) => name.split("").join(space)),
);
const columns = fc.array(fc.option(anyNames, { nil: undefined, freq: 8 }), { maxLength: 12 });

export const foldedKeyLaws: readonly Law<typeof foldedKey>[] = [
  {
    name: "C16 a folded name folds to itself",
    property: (calculator) =>
      fc.property(anyNames, (name) => calculator(calculator(name)) === calculator(name)),
    broken: (name) => foldedKey(name).slice(0, -1),
  },
  {
    name: "C16 case, space and width make no difference to a folded name",
    property: (calculator) =>
      fc.property(asciiNames, disguises, (name, disguise) => calculator(disguise(name)) === calculator(name)),
    broken: (name) => name.trim().toLowerCase(),
  },
  {
    name: "names of other letters or digits stay apart",
    property: (calculator) =>
      fc.property(shortNames, shortNames, (one, other) => {
        return (calculator(one) === calculator(other)) === (one.toLowerCase() === other.toLowerCase());
      }),
    broken: (name) => foldedKey(name).replace(/-/g, ""),
  },
];

export const nearKeysLaws: readonly Law<typeof nearKeys>[] = [
  {
    name: "C16 where names are folded already there is nothing to report",
    property: (calculator) =>
      fc.property(columns, (names) => {
        return calculator(names.map((name) => (name === undefined ? undefined : foldedKey(name)))).size === 0;
      }),
    broken: (names) => {
      const [row, key] = [...names.entries()].find(([, name]) => name !== undefined) ?? [0, ""];
      return new Map([[row, { key: key ?? "", rows: 1, other: "", otherRow: 0, by: [] }]]);
    },
  },
  {
    name: "there is one report a form but the first, and its rows add up to the rows of all other forms",
    property: (calculator) =>
      fc.property(
        fc.array(fc.constantFrom("a", "A", "ａ", "a ", "b", "B", "c"), { maxLength: 20 }),
        (names) => {
          const reports = [...calculator(names).values()];
          const firsts = new Set(
            names.map((name) => names.find((each) => foldedKey(each) === foldedKey(name))),
          );
          const others = names.filter((name) => !firsts.has(name));
          return (
            reports.length === new Set(others).size &&
            reports.reduce((sum, { rows }) => sum + rows, 0) === others.length &&
            reports.every(
              ({ key, other, otherRow, by }) => names[otherRow] === other && key !== other && by.length > 0,
            )
          );
        },
      ),
    broken: (names) => new Map([...nearKeys(names)].slice(0, 1)),
  },
];
